using System.Net;
using System.Net.Http.Json;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.SystemTests.Rest;

public class VisitorTests(RunningSystem system)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_writes_and_finds_the_words_again_with_the_key_of_the_browser()
    {
        var first = await system.ArriveAsync(Cancellation);
        using (var api = system.Api(first.Token, system.DemoOrigin))
        {
            var conversation = await api.BeginAsync(Cancellation);
            await api.SayAsync(conversation.Id, "Здравствуйте! Is anybody there?", Cancellation);
            await api.SayAsync(conversation.Id, "Second words", Cancellation);
        }

        var again = await system.ArriveAsync(Cancellation, first.VisitorKey);
        Assert.Equal(first.VisitorId, again.VisitorId);
        Assert.Equal(2, again.Conversation!.LastSeq);
        using var later = system.Api(again.Token, system.DemoOrigin);
        var page = await later.AskAsync<MessagePage>(HttpMethod.Get, $"/api/v1/widget/conversations/{again.Conversation.Id}/messages?after=0", null, Cancellation);
        Assert.Equal(["Здравствуйте! Is anybody there?", "Second words"], page.Messages.Select(m => m.Body));
        Assert.Equal([1, 2], page.Messages.Select(m => m.Seq));
    }

    [Fact]
    public async Task A_repeated_send_answers_200_with_the_first_result_and_other_content_409()
    {
        var session = await system.ArriveAsync(Cancellation);
        using var api = system.Api(session.Token, system.DemoOrigin);
        var conversation = await api.BeginAsync(Cancellation);
        var address = $"/api/v1/widget/conversations/{conversation.Id}/messages";
        var send = new SendMessage(Guid.NewGuid(), "once");

        using var first = await api.PostAsJsonAsync(address, send, Cancellation);
        using var repeat = await api.PostAsJsonAsync(address, send, Cancellation);
        using var other = await api.PostAsJsonAsync(address, send with { Body = "twice" }, Cancellation);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, repeat.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await repeat.Content.ReadAsStringAsync(Cancellation));
        await other.RefusedAsync(HttpStatusCode.Conflict, ErrorCodes.MessageConflict);
    }

    [Fact]
    public async Task Another_visitors_conversation_does_not_exist()
    {
        var owner = await system.ArriveAsync(Cancellation);
        using var ownersApi = system.Api(owner.Token, system.DemoOrigin);
        var conversation = await ownersApi.BeginAsync(Cancellation);
        var stranger = await system.ArriveAsync(Cancellation);
        using var api = system.Api(stranger.Token, system.DemoOrigin);

        using var read = await api.GetAsync($"/api/v1/widget/conversations/{conversation.Id}/messages", Cancellation);
        using var write = await api.PostAsJsonAsync($"/api/v1/widget/conversations/{conversation.Id}/messages", new SendMessage(Guid.NewGuid(), "hello"), Cancellation);

        await read.RefusedAsync(HttpStatusCode.NotFound, ErrorCodes.ConversationNotFound);
        await write.RefusedAsync(HttpStatusCode.NotFound, ErrorCodes.ConversationNotFound);
    }

    [Fact]
    public async Task A_page_that_the_channel_does_not_know_is_refused()
    {
        using var api = system.Api(origin: "https://elsewhere.example");
        using var answer = await api.PostAsJsonAsync("/api/v1/widget/sessions", new StartVisitorSession(system.Addresses.ChannelKey), Cancellation);
        await answer.RefusedAsync(HttpStatusCode.Forbidden, ErrorCodes.ChannelOriginRefused);
    }

    [Fact]
    public async Task Rubbish_is_refused_with_a_code_and_nothing_breaks()
    {
        using var api = system.Api();
        using var noJson = await api.PostAsync("/api/v1/widget/sessions", new StringContent("{oops", System.Text.Encoding.UTF8, "application/json"), Cancellation);
        using var noToken = await api.PostAsJsonAsync("/api/v1/widget/conversations", new { }, Cancellation);
        using var noChannel = await api.PostAsJsonAsync("/api/v1/widget/sessions", new StartVisitorSession("no-such-key"), Cancellation);

        await noJson.RefusedAsync(HttpStatusCode.BadRequest, ErrorCodes.RequestInvalid);
        await noToken.RefusedAsync(HttpStatusCode.Unauthorized, ErrorCodes.AuthRequired);
        await noChannel.RefusedAsync(HttpStatusCode.NotFound, ErrorCodes.ChannelUnknown);
    }
}

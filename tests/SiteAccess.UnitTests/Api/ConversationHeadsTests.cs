using System.Net;
using System.Net.Http.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Internal;

namespace SiteAccess.UnitTests.Api;

public class ConversationHeadsTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Heads_of_many_conversations_and_of_a_channel_come_in_one_answer()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("one"), world.Item("two"));
        var other = await world.BeginAsync(await world.AddVisitorAsync());

        var view = await AskAsync<HeadsView>(world, "conversations/heads", new AskHeads([world.ConversationId, other, Guid.NewGuid()], [world.Channel.Id]));

        Assert.Equal(
            [(other, 0L), (world.ConversationId, 2L)],
            view.Heads.OrderBy(head => head.LastSeq).Select(head => (head.Id, head.LastSeq)));
        Assert.Equal(new ConversationHead(world.ConversationId, world.Channel.Id, 2, ConversationStatus.Open, null), Assert.Single(view.Newest));
        Assert.NotEmpty(view.Epoch);
    }

    [Fact]
    public async Task What_came_after_positions_is_found_for_many_conversations_in_order()
    {
        var world = await World.CreateAsync(host.First);
        var other = await world.BeginAsync(await world.AddVisitorAsync());
        for (var i = 1; i <= AskNews.MaxMessages + 5; i++)
            await world.SendAsync(world.Item($"{i}"), world.Item($"other {i}", world.AsOperator, conversationId: other));

        var news = await AskAsync<NewsView>(world, "conversations/news", new AskNews([new(world.ConversationId, 2), new(other, AskNews.MaxMessages + 4)], [other]));

        var run = news.Messages.Where(message => message.ConversationId == world.ConversationId).Select(message => message.Seq);
        Assert.Equal(Enumerable.Range(3, AskNews.MaxMessages).Select(seq => (long)seq), run);
        Assert.Equal($"other {AskNews.MaxMessages + 5}", Assert.Single(news.Messages, message => message.ConversationId == other).Body);
        Assert.Equal(AskNews.MaxMessages + 5, Assert.Single(news.Rows).LastSeq);
    }

    [Fact]
    public async Task Visitors_who_come_together_are_found_together_each_with_their_newest_conversations()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        var silent = await world.AddVisitorAsync();

        var found = await AskAsync<List<VisitorConversations>>(world, "visitors/conversations", new AskVisitors([world.Visitor.Id, silent.Id, Guid.NewGuid()]));

        Assert.Equal(2, found.Count);
        var anna = found.Single(visitor => visitor.VisitorId == world.Visitor.Id);
        Assert.Equal((world.ConversationId, 1L), (Assert.Single(anna.Conversations).Id, anna.Conversations[0].LastSeq));
        Assert.StartsWith("Visitor ", anna.Name, StringComparison.Ordinal);
        Assert.Empty(found.Single(visitor => visitor.VisitorId == silent.Id).Conversations);
    }

    [Fact]
    public async Task Too_many_at_once_are_refused_and_a_visitors_token_gets_nothing()
    {
        var world = await World.CreateAsync(host.First);
        var tooMany = new AskHeads([.. Enumerable.Range(0, AskHeads.MaxItems + 1).Select(_ => Guid.NewGuid())], []);
        using var service = world.ServiceClient();
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(service, "conversations/heads", tooMany)).StatusCode);
        using var visitor = world.VisitorClient();
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(visitor, "conversations/heads", new AskHeads([world.ConversationId], []))).StatusCode);
    }

    static async Task<T> AskAsync<T>(World world, string route, object question)
    {
        using var client = world.ServiceClient();
        var answer = await PostAsync(client, route, question);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<T>(WireJson.Options))!;
    }

    static Task<HttpResponseMessage> PostAsync(HttpClient client, string route, object question) =>
        client.PostAsJsonAsync($"/internal/{route}", question, WireJson.Options);
}

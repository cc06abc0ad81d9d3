using System.Net;
using System.Net.Http.Json;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.SystemTests.Rest;

public class OperatorTests(RunningSystem system)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_signs_in_reads_answers_and_the_visitor_sees_it()
    {
        var visitor = await system.ArriveAsync(Cancellation);
        using var visitors = system.Api(visitor.Token, system.DemoOrigin);
        var conversation = await visitors.BeginAsync(Cancellation);
        await visitors.SayAsync(conversation.Id, "Do you ship to Riga?", Cancellation);

        var tokens = await system.SignInAsync(Cancellation);
        using var api = system.Api(tokens.AccessToken);
        var inbox = await api.AskAsync<ConversationPage>(HttpMethod.Get, "/api/v1/conversations?limit=50", null, Cancellation);
        var row = Assert.Single(inbox.Items, item => item.Id == conversation.Id);
        Assert.Equal("Do you ship to Riga?", row.LastMessage!.Body);
        Assert.Equal(1, row.UnreadCount);

        var answer = await api.AskAsync<MessageView>(HttpMethod.Post, $"/api/v1/conversations/{conversation.Id}/messages", new SendMessage(Guid.NewGuid(), "We do."), Cancellation);
        Assert.Equal(2, answer.Seq);
        var page = await visitors.AskAsync<MessagePage>(HttpMethod.Get, $"/api/v1/widget/conversations/{conversation.Id}/messages?after=1", null, Cancellation);
        Assert.Equal(SenderType.Operator, Assert.Single(page.Messages).SenderType);
    }

    [Fact]
    public async Task The_inbox_pages_by_key_and_shows_every_conversation_once()
    {
        var begun = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            var visitor = await system.ArriveAsync(Cancellation);
            using var visitors = system.Api(visitor.Token, system.DemoOrigin);
            var conversation = await visitors.BeginAsync(Cancellation);
            await visitors.SayAsync(conversation.Id, $"number {i}", Cancellation);
            begun.Add(conversation.Id);
        }

        using var api = system.Api((await system.SignInAsync(Cancellation)).AccessToken);
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await api.AskAsync<ConversationPage>(HttpMethod.Get, "/api/v1/conversations?limit=2" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)), null, Cancellation);
            seen.AddRange(page.Items.Select(item => item.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(seen.Distinct().Count(), seen.Count);
        Assert.All(begun, id => Assert.Contains(id, seen));
    }

    [Fact]
    public async Task A_refresh_token_serves_once_and_its_second_use_ends_the_session()
    {
        var tokens = await system.SignInAsync(Cancellation);
        using var api = system.Api();
        var next = await api.AskAsync<OperatorTokens>(HttpMethod.Post, "/api/v1/auth/refresh", new RefreshSession(tokens.RefreshToken), Cancellation);

        using var reuse = await api.PostAsJsonAsync("/api/v1/auth/refresh", new RefreshSession(tokens.RefreshToken), Cancellation);
        using var afterwards = await api.PostAsJsonAsync("/api/v1/auth/refresh", new RefreshSession(next.RefreshToken), Cancellation);

        await reuse.RefusedAsync(HttpStatusCode.Unauthorized, ErrorCodes.AuthSessionEnded);
        await afterwards.RefusedAsync(HttpStatusCode.Unauthorized, ErrorCodes.AuthSessionEnded);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_refused_alike()
    {
        using var api = system.Api();
        using var wrong = await api.PostAsJsonAsync("/api/v1/auth/login", new SignIn(system.Addresses.OperatorEmail, "not this one"), Cancellation);
        using var unknown = await api.PostAsJsonAsync("/api/v1/auth/login", new SignIn("nobody@example.com", "not this one"), Cancellation);
        await wrong.RefusedAsync(HttpStatusCode.Unauthorized, ErrorCodes.AuthInvalidCredentials);
        await unknown.RefusedAsync(HttpStatusCode.Unauthorized, ErrorCodes.AuthInvalidCredentials);
        // The right one still counts the failure back to nothing.
        await system.SignInAsync(Cancellation);
    }

    [Fact]
    public async Task Internal_routes_are_closed_to_operators_and_visitors()
    {
        var visitor = await system.ArriveAsync(Cancellation);
        var tokens = await system.SignInAsync(Cancellation);
        foreach (var token in (string?[])[null, visitor.Token, tokens.AccessToken])
        {
            using var api = system.Api(token);
            using var answer = await api.GetAsync("/internal/data-protection-keys", Cancellation);
            Assert.Equal(token is null ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/healthz")]
    [InlineData("/alive")]
    public async Task Every_service_says_that_it_is_well(string path)
    {
        foreach (var address in (Uri[])[system.Addresses.Api, system.Addresses.Realtime, system.Addresses.Operator])
        {
            using var client = RunningSystem.Client(address);
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        using var api = system.Api();
        var text = await api.GetStringAsync("/openapi/v1.json", Cancellation);
        Assert.Contains("/api/v1/widget/sessions", text, StringComparison.Ordinal);
        Assert.Contains("/api/v1/conversations", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/internal", text, StringComparison.Ordinal);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SiteAccess.Api.Data;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Visitors;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.UnitTests.Api;

public class VisitorDeskTests(ApiHost host) : IClassFixture<ApiHost>
{
    static readonly CancellationToken Aborted = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Operators_write_down_who_a_visitor_is_and_strangers_cannot()
    {
        var (world, other) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        await world.SendAsync(world.Item("hello"));
        using var client = world.OperatorClient();
        var change = new ChangeVisitor(" Анна ", "anna@shop.example", new Dictionary<string, string> { ["plan"] = "gold", ["  "] = "nothing" });

        Assert.Equal(HttpStatusCode.NoContent, (await PatchAsync(client, world.Visitor.Id, change)).StatusCode);
        var seen = await DetailsAsync(world, client);
        Assert.Equal(("Анна", "anna@shop.example"), (seen.Name, seen.Email));
        Assert.Equal([new("plan", "gold")], seen.Attributes!);

        // What is left out stays, what is empty is forgotten.
        await PatchAsync(client, world.Visitor.Id, new ChangeVisitor(Email: ""));
        seen = await DetailsAsync(world, client);
        Assert.Equal(("Анна", null, 1), (seen.Name, seen.Email, seen.Attributes!.Count));
        Assert.Equal(HttpStatusCode.BadRequest, (await PatchAsync(client, world.Visitor.Id, new ChangeVisitor(Email: "no address"))).StatusCode);
        using var stranger = other.OperatorClient();
        Assert.Equal(HttpStatusCode.NotFound, (await PatchAsync(stranger, world.Visitor.Id, change)).StatusCode);
    }

    [Fact]
    public async Task The_pages_of_a_visit_are_kept_in_order_and_those_of_the_last_visit_forgotten()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        using var visitor = world.VisitorClient();
        using var client = world.OperatorClient();
        foreach (var page in new[] { "/", "/bikes", "/bikes", "/cart" })
            Assert.Equal(HttpStatusCode.NoContent, (await GoAsync(visitor, page)).StatusCode);

        var seen = await DetailsAsync(world, client);
        Assert.Equal(["/cart", "/bikes", "/"], seen.Pages!.Select(page => page.Title));
        Assert.Equal("https://shop.example/cart", seen.PageUrl);

        await host.First.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync(
            $"update visitor set last_seen_at = last_seen_at - interval '2 hours', visit_started_at = visit_started_at - interval '2 hours' where id = {world.Visitor.Id}"));
        await host.First.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync(
            $"update visitor_page_view set seen_at = seen_at - interval '2 hours' where visitor_id = {world.Visitor.Id}"));
        await GoAsync(visitor, "/cart");
        Assert.Equal(["/cart"], (await DetailsAsync(world, client)).Pages!.Select(page => page.Title));
    }

    [Fact]
    public async Task A_blocked_visitor_neither_comes_nor_writes_until_they_are_let_in_again()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        var key = await AddKeyAsync(world, world.Visitor.Id);
        using var client = world.OperatorClient();
        using var visitor = world.VisitorClient();

        Assert.Equal(HttpStatusCode.NoContent, (await client.PutAsync($"/api/v1/visitors/{world.Visitor.Id}/block", null, Aborted)).StatusCode);

        Assert.Equal(ErrorCodes.VisitorBlocked, await CodeAsync(await ArriveAsync(world, key)));
        Assert.Equal(ErrorCodes.VisitorBlocked, await CodeAsync(await GoAsync(visitor, "/")));
        Assert.Equal(ErrorCodes.VisitorBlocked, Assert.Single(await world.SendAsync(world.Item("let me in"))).Error);
        Assert.Null(Assert.Single(await world.SendAsync(world.Item("no", world.AsOperator))).Error);
        var own = await world.ServiceClient().PostAsJsonAsync("/internal/visitors/conversations", new AskVisitors([world.Visitor.Id]), WireJson.Options, Aborted);
        Assert.True((await own.Content.ReadFromJsonAsync<List<VisitorConversations>>(WireJson.Options, Aborted))![0].IsBlocked);
        var listed = (await client.GetFromJsonAsync<BlockedVisitors>("/api/v1/visitors/blocked", WireJson.Options, Aborted))!;
        Assert.Equal([(world.Visitor.Id, "Olga")], listed.Items.Select(row => (row.Id, row.BlockedByName!)));
        Assert.NotNull((await DetailsAsync(world, client)).BlockedAt);

        await client.DeleteAsync($"/api/v1/visitors/{world.Visitor.Id}/block", Aborted);
        Assert.Equal(HttpStatusCode.OK, (await ArriveAsync(world, key)).StatusCode);
        Assert.Null(Assert.Single(await world.SendAsync(world.Item("thank you"))).Error);
    }

    [Fact]
    public async Task Two_who_are_one_person_become_one_with_every_word_and_every_browser()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("from the phone"));
        var duplicate = await world.AddVisitorAsync();
        var actor = new Actor(SenderType.Visitor, duplicate.Id);
        var second = await world.BeginAsync(duplicate);
        await world.SendAsync(world.Item("from the laptop", actor, conversationId: second));
        await world.BeginAsync(duplicate);
        var key = await AddKeyAsync(world, duplicate.Id);
        using var client = world.OperatorClient();
        await PatchAsync(client, world.Visitor.Id, new ChangeVisitor("Anna", "anna@shop.example"));
        await PatchAsync(client, duplicate.Id, new ChangeVisitor("Anna L.", "ANNA@shop.example", new Dictionary<string, string> { ["plan"] = "gold" }));
        Assert.Equal([duplicate.Id], (await MatchesAsync(client, world, "")).Select(match => match.Id));
        Assert.Equal([(duplicate.Id, 1)], (await MatchesAsync(client, world, "?search=anna%20l")).Select(match => (match.Id, match.ConversationCount)));

        Assert.Equal(HttpStatusCode.NoContent, (await MergeAsync(client, world.Visitor.Id, duplicate.Id)).StatusCode);

        var session = await (await ArriveAsync(world, key)).Content.ReadFromJsonAsync<VisitorSession>(WireJson.Options, Aborted);
        Assert.Equal((world.Visitor.Id, second), (session!.VisitorId, session.Conversation!.Id));
        var seen = await DetailsAsync(world, client);
        Assert.Equal(("Anna", "anna@shop.example", "gold"), (seen.Name, seen.Email, seen.Attributes!["plan"]));
        Assert.Equal(2, await host.First.WithAsync<SiteAccessDb, int>(db => db.Conversations.CountAsync(row => row.VisitorId == world.Visitor.Id)));
        Assert.Null(Assert.Single(await world.SendAsync(world.Item("still me", conversationId: second))).Error);

        // The token of the one who has ended is good for nothing but to come again.
        using var ended = host.First.CreateClient();
        ended.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", host.First.Services.GetRequiredService<TokenMint>().Visitor(duplicate.Id, world.Channel.Id, null, World.Origin).Value);
        var refused = await GoAsync(ended, "/");
        Assert.Equal((HttpStatusCode.Unauthorized, ErrorCodes.AuthExpired), (refused.StatusCode, await CodeAsync(refused)));
    }

    [Fact]
    public async Task Two_whom_the_site_vouches_for_as_different_people_stay_apart()
    {
        var (world, other) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        var second = await world.AddVisitorAsync();
        using var client = world.OperatorClient();
        Assert.Equal(HttpStatusCode.NotFound, (await MergeAsync(client, world.Visitor.Id, other.Visitor.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await MergeAsync(client, world.Visitor.Id, world.Visitor.Id)).StatusCode);
        await host.First.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync(
            $"update visitor set user_id = id::text where id in ({world.Visitor.Id}, {second.Id})"));

        Assert.Equal(ErrorCodes.VisitorMergeRefused, await CodeAsync(await MergeAsync(client, world.Visitor.Id, second.Id)));
    }

    [Fact]
    public async Task What_a_visitor_sends_while_they_are_merged_is_stored_or_refused_and_never_lost()
    {
        var world = await World.CreateAsync(host.First);
        var duplicate = await world.AddVisitorAsync();
        var actor = new Actor(SenderType.Visitor, duplicate.Id);
        var conversation = await world.BeginAsync(duplicate);
        await world.SendAsync(world.Item("first", actor, conversationId: conversation));
        using var client = world.OperatorClient();

        var sends = Enumerable.Range(0, 20).Select(i => world.SendAsync(world.Item($"{i}", actor, conversationId: conversation))).ToList();
        var merged = await MergeAsync(client, world.Visitor.Id, duplicate.Id);
        var stored = (await Task.WhenAll(sends)).Count(results => results[0].Message is not null);

        Assert.Equal(HttpStatusCode.NoContent, merged.StatusCode);
        var messages = await host.First.WithAsync<SiteAccessDb, List<Guid?>>(
            db => db.Messages.Where(message => message.ConversationId == conversation).Select(message => message.SenderId).ToListAsync());
        Assert.Equal(stored + 1, messages.Count);
        Assert.All(messages, sender => Assert.Equal(world.Visitor.Id, sender));
    }

    static Task<HttpResponseMessage> PatchAsync(HttpClient client, Guid id, ChangeVisitor change) =>
        client.PatchAsJsonAsync($"/api/v1/visitors/{id}", change, WireJson.Options, Aborted);

    static Task<HttpResponseMessage> MergeAsync(HttpClient client, Guid id, Guid other) =>
        client.PostAsJsonAsync($"/api/v1/visitors/{id}/merge", new MergeVisitor(other), WireJson.Options, Aborted);

    static async Task<List<VisitorMatch>> MatchesAsync(HttpClient client, World world, string query) =>
        (await client.GetFromJsonAsync<List<VisitorMatch>>($"/api/v1/visitors/{world.Visitor.Id}/matches{query}", WireJson.Options, Aborted))!;

    static Task<HttpResponseMessage> GoAsync(HttpClient client, string path) =>
        client.PostAsJsonAsync("/api/v1/widget/pages", new VisitorPage($"https://shop.example{path}", path), WireJson.Options, Aborted);

    static Task<HttpResponseMessage> ArriveAsync(World world, string key) =>
        world.Api.CreateClient().PostAsJsonAsync("/api/v1/widget/sessions", new StartVisitorSession(world.Channel.Key, key), WireJson.Options, Aborted);

    static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<ProblemView>(WireJson.Options, Aborted))!.Code;

    static async Task<VisitorDetails> DetailsAsync(World world, HttpClient client) =>
        (await client.GetFromJsonAsync<ConversationDetails>($"/api/v1/conversations/{world.ConversationId}", WireJson.Options, Aborted))!.Visitor;

    static async Task<string> AddKeyAsync(World world, Guid visitorId)
    {
        var key = SiteAccess.Api.Access.Secret.New();
        await world.Api.WithAsync<SiteAccessDb, int>(db =>
        {
            db.Add(new VisitorKey { KeyHash = SiteAccess.Api.Access.Secret.Hash(key), VisitorId = visitorId, CreatedAt = DateTimeOffset.UtcNow });
            return db.SaveChangesAsync();
        });
        return key;
    }
}

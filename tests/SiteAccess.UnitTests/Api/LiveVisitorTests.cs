using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Visitors;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Presence;
using SiteAccess.UnitTests.Redis;

namespace SiteAccess.UnitTests.Api;

public class LiveVisitorTests(PostgresServer postgres)
{
    static readonly CancellationToken Aborted = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_on_the_site_is_listed_once_in_pages_with_their_page_and_conversation()
    {
        await using var redis = await RedisServer.StartAsync(Aborted);
        await using var node = await StartNodeAsync(redis);
        var (world, other) = (await World.CreateAsync(node), await World.CreateAsync(node));
        await world.SendAsync(world.Item("hello"));
        using var visitor = world.VisitorClient();
        await visitor.PostAsJsonAsync("/api/v1/widget/pages", new VisitorPage("https://shop.example/bikes", "Bikes"), WireJson.Options, Aborted);
        var ids = new List<Guid> { world.Visitor.Id };
        for (var i = 0; i < 60; i++)
            ids.Add((await world.AddVisitorAsync()).Id);
        await EnterAsync(world, [.. ids]);
        await EnterAsync(other, other.Visitor.Id);
        using var client = world.OperatorClient();

        var first = await LiveAsync(client, null);
        var second = await LiveAsync(client, first.NextCursor);

        Assert.Equal((50, 11, 61), (first.Items.Count, second.Items.Count, first.Count));
        Assert.Null(second.NextCursor);
        List<LiveVisitor> all = [.. first.Items, .. second.Items];
        Assert.Equal(ids.Order(), all.Select(row => row.Id).Order());
        var row = all.Single(found => found.Id == world.Visitor.Id);
        Assert.Equal(("Bikes", world.ConversationId), (row.PageTitle, row.ConversationId));
    }

    [Fact]
    public async Task An_operator_speaks_first_and_the_visitors_tabs_hear_of_it()
    {
        await using var redis = await RedisServer.StartAsync(Aborted);
        await using var node = await StartNodeAsync(redis);
        var world = await World.CreateAsync(node);
        var newcomer = await world.AddVisitorAsync();
        var heard = new TaskCompletionSource<Guid?>();
        using var tab = node.Services.GetRequiredService<EventBus>().Subscribe(
            BusChannels.Visitor(newcomer.Id), told => heard.TrySetResult(told.Type == HubEvents.ConversationUpdated ? told.ConversationId : null));
        await tab.Confirmed;
        using var client = world.OperatorClient();

        var started = await StartAsync(client, newcomer.Id);
        Assert.Equal(started, await StartAsync(client, newcomer.Id));
        Assert.Equal(started, await heard.Task.WaitAsync(TimeSpan.FromSeconds(10), Aborted));
        Assert.Null(Assert.Single(await world.SendAsync(world.Item("May I help?", world.AsOperator, conversationId: started))).Error);

        // Somebody who has been here goes on where they were.
        await world.SendAsync(world.Item("hello"));
        await client.PatchAsJsonAsync($"/api/v1/conversations/{world.ConversationId}", new ChangeConversation(ConversationStatus.Resolved), WireJson.Options, Aborted);
        Assert.Equal(world.ConversationId, await StartAsync(client, world.Visitor.Id));
        var again = await world.ReloadAsync();
        Assert.Equal((ConversationStatus.Open, world.Operator.Id), (again.Status, again.AssigneeId!.Value));

        await client.PutAsync($"/api/v1/visitors/{newcomer.Id}/block", null, Aborted);
        var refused = await client.PostAsync($"/api/v1/visitors/{newcomer.Id}/conversation", null, Aborted);
        Assert.Equal(ErrorCodes.VisitorBlocked, (await refused.Content.ReadFromJsonAsync<ProblemView>(WireJson.Options, Aborted))!.Code);
        using var stranger = (await World.CreateAsync(node)).OperatorClient();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/api/v1/visitors/{world.Visitor.Id}/conversation", null, Aborted)).StatusCode);
    }

    async Task<ApiHost.Node> StartNodeAsync(RedisServer redis)
    {
        var node = new ApiHost.Node(await postgres.CreateDatabaseAsync(), redis.ConnectionString);
        await node.WaitUntilReadyAsync();
        return node;
    }

    static Task EnterAsync(World world, params Guid[] people) => world.Api.Services.GetRequiredService<PresenceBoard>().RefreshAsync(
        [.. people.Select(id => new PresenceEntry(SenderType.Visitor, world.Channel.Id, id, "tab"))], Aborted);

    static async Task<LiveVisitors> LiveAsync(HttpClient client, string? cursor) =>
        (await client.GetFromJsonAsync<LiveVisitors>($"/api/v1/visitors/live{(cursor is null ? "" : $"?cursor={cursor}")}", WireJson.Options, Aborted))!;

    static async Task<Guid> StartAsync(HttpClient client, Guid visitorId)
    {
        var started = await client.PostAsync($"/api/v1/visitors/{visitorId}/conversation", null, Aborted);
        return (await started.Content.ReadFromJsonAsync<ConversationRef>(WireJson.Options, Aborted))!.ConversationId;
    }
}

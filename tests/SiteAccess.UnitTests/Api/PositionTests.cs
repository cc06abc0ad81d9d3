using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Seen;
using SiteAccess.UnitTests.Redis;

namespace SiteAccess.UnitTests.Api;

public class PositionTests(ApiHost host, PostgresServer postgres) : IClassFixture<ApiHost>
{
    static readonly CancellationToken Aborted = TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_request_moves_many_sides_each_of_its_own_conversations_alone()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        await world.SendAsync(world.Item("1"), world.Item("2"), world.Item("answer", world.AsOperator), world.Item("3"));
        await stranger.SendAsync(stranger.Item("theirs"));

        await ReportAsync(
            world,
            new(world.AsOperator, world.ConversationId, null, 2),
            new(world.AsOperator, world.ConversationId, 3, null),
            new(world.AsVisitor, world.ConversationId, 99, null),
            new(world.AsVisitor, stranger.ConversationId, 1, 1),
            new(world.AsOperator, stranger.ConversationId, 1, 1),
            new(world.AsOperator, Guid.NewGuid(), 1, 1),
            new(new Actor(SenderType.System, world.Operator.Id), world.ConversationId, 4, 4));

        var own = await world.ReloadAsync();
        Assert.Equal((3L, 2L, 1), (own.OperatorDeliveredSeq, own.OperatorReadSeq, own.UnreadByOperators));
        Assert.Equal((4L, 0L, 1), (own.VisitorDeliveredSeq, own.VisitorReadSeq, own.UnreadByVisitor));
        var theirs = await stranger.ReloadAsync();
        Assert.Equal((0L, 0L, 1), (theirs.VisitorReadSeq, theirs.OperatorReadSeq, theirs.UnreadByOperators));
    }

    [Fact]
    public async Task Positions_never_go_back()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("1"), world.Item("2"), world.Item("answer", world.AsOperator));
        await ReportAsync(world, new(world.AsOperator, world.ConversationId, null, 2), new(world.AsVisitor, world.ConversationId, null, 3));
        await ReportAsync(world, new(world.AsOperator, world.ConversationId, 1, 1), new(world.AsVisitor, world.ConversationId, 2, 0));

        var conversation = await world.ReloadAsync();
        Assert.Equal((2L, 2L, 0), (conversation.OperatorDeliveredSeq, conversation.OperatorReadSeq, conversation.UnreadByOperators));
        Assert.Equal((3L, 3L, 0), (conversation.VisitorDeliveredSeq, conversation.VisitorReadSeq, conversation.UnreadByVisitor));
    }

    [Fact]
    public async Task Sends_and_positions_of_the_same_conversations_at_once_neither_wait_in_a_ring_nor_miscount()
    {
        var world = await World.CreateAsync(host.First);
        var people = new List<(Actor Visitor, Guid Id)> { (world.AsVisitor, world.ConversationId) };
        for (var i = 0; i < 5; i++)
        {
            var visitor = await world.AddVisitorAsync();
            people.Add((new Actor(SenderType.Visitor, visitor.Id), await world.BeginAsync(visitor)));
        }

        var mixed = Enumerable.Range(1, 60).Select(i => i % 2 == 0
            ? world.SendAsync([.. people.Select(one => world.Item($"{i}", one.Visitor, conversationId: one.Id))])
            : ReportAsync(world, [.. Enumerable.Reverse(people).Select(one => new ReportPosition(world.AsOperator, one.Id, i, i))]));
        await Task.WhenAll(mixed);

        // All of it is the visitor's, so what is unread is what lies behind the operators' position.
        var conversation = await world.ReloadAsync();
        Assert.Equal((30L, 30 - conversation.OperatorReadSeq), (conversation.LastSeq, conversation.UnreadByOperators));
    }

    [Fact]
    public async Task What_has_moved_is_told_after_the_commit_and_put_on_the_board()
    {
        await using var redis = await RedisServer.StartAsync(Aborted);
        await using var node = new ApiHost.Node(await postgres.CreateDatabaseAsync(), redis.ConnectionString);
        await node.WaitUntilReadyAsync();
        var bus = node.Services.GetRequiredService<EventBus>();
        await Eventually.TrueAsync(() => bus.IsConnected, Aborted);
        var world = await World.CreateAsync(node);
        await world.SendAsync(world.Item("1"), world.Item("2"));
        var heard = new ConcurrentQueue<SeenView>();
        using var parties = bus.Subscribe(BusChannels.Conversation(world.ConversationId), told => Keep(told, heard));
        await parties.Confirmed;

        await ReportAsync(world, new ReportPosition(world.AsOperator, world.ConversationId, 2, 1));
        await ReportAsync(world, new ReportPosition(world.AsOperator, world.ConversationId, 1, 1));
        await ReportAsync(world, new ReportPosition(world.AsVisitor, world.ConversationId, 2, 2));

        await Eventually.TrueAsync(() => heard.Count == 2, Aborted);
        Assert.Equal(
            [new SeenView(world.ConversationId, SenderType.Operator, 2, 1), new SeenView(world.ConversationId, SenderType.Visitor, 2, 2)], heard);
        var seen = Assert.Single(await node.Services.GetRequiredService<SeenBoard>().FindAsync([world.ConversationId], Aborted))!;
        Assert.Equal((new Reached(2, 2), new Reached(2, 1)), (seen.Visitor, seen.Operators));
    }

    [Fact]
    public async Task Who_asks_is_answered_from_the_database_though_Redis_is_away()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("1"));
        await ReportAsync(world, new ReportPosition(world.AsOperator, world.ConversationId, 1, null));

        var answer = await world.ServiceClient().PostAsJsonAsync("/internal/positions/find", new FindSeen([world.ConversationId]), WireJson.Options);

        var seen = Assert.Single((await answer.Content.ReadFromJsonAsync<List<ConversationSeen>>(WireJson.Options))!);
        Assert.Equal((new Reached(0, 0), new Reached(1, 0)), (seen.Visitor, seen.Operators));
    }

    static void Keep(BusEvent told, ConcurrentQueue<SeenView> heard)
    {
        if (told.Type == HubEvents.MessageSeen)
            heard.Enqueue(told.Read<SeenView>());
    }

    static async Task ReportAsync(World world, params ReportPosition[] positions)
    {
        var answer = await world.ServiceClient().PostAsJsonAsync("/internal/positions", new ReportPositions(positions), WireJson.Options);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}

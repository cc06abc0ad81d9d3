using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.UnitTests.Redis;

namespace SiteAccess.UnitTests.Api;

public class OutboxTests(PostgresServer postgres)
{
    static readonly CancellationToken Aborted = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_committed_message_is_told_to_its_parties_and_the_staff_and_marked()
    {
        await using var redis = await RedisServer.StartAsync(Aborted);
        await using var node = await StartNodeAsync(redis);
        var world = await World.CreateAsync(node);
        using var parties = new Ear(node, BusChannels.Conversation(world.ConversationId));
        using var staff = new Ear(node, BusChannels.Staff(world.Channel.Id));
        await Task.WhenAll(parties.Confirmed, staff.Confirmed);

        await world.SendAsync(world.Item("Привет"), world.Item("ещё"));

        await Eventually.TrueAsync(() => parties.Heard.Count == 3 && staff.Heard.Count == 3, Aborted);
        Assert.Equal(
            [(HubEvents.MessageReceived, 1L), (HubEvents.MessageReceived, 2L), (HubEvents.ConversationUpdated, null)],
            parties.Heard.Select(heard => (heard.Type, heard.Seq)));
        Assert.Equal("Привет", parties.Heard.First().Read<MessageView>().Body);
        Assert.Equal(parties.Heard.Select(heard => heard.Id), staff.Heard.Select(heard => heard.Id));
        await Eventually.TrueAsync(async () => await CountLeftAsync(node) == 0, Aborted);
    }

    [Fact]
    public async Task What_was_sent_while_the_bus_was_away_is_told_later_in_order_and_once()
    {
        await using var redis = await RedisServer.StartAsync(Aborted);
        await using var node = await StartNodeAsync(redis);
        var world = await World.CreateAsync(node);
        using var parties = new Ear(node, BusChannels.Conversation(world.ConversationId));
        await redis.KillAsync();
        await Eventually.TrueAsync(() => !parties.Bus.IsConnected, Aborted);

        foreach (var i in Enumerable.Range(1, 20))
            Assert.Null(Assert.Single(await world.SendAsync(world.Item($"{i}"))).Error);
        Assert.Equal(21, await CountLeftAsync(node));
        await redis.StartAgainAsync(Aborted);

        await Eventually.TrueAsync(async () => await CountLeftAsync(node) == 0, Aborted);
        await Eventually.TrueAsync(() => parties.Seqs.Count == 20, Aborted);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long?)i), parties.Seqs);
    }

    [Fact]
    public async Task What_was_told_is_deleted_and_nothing_else()
    {
        await using var redis = await RedisServer.StartAsync(Aborted);
        await using var node = await StartNodeAsync(redis);
        var world = await World.CreateAsync(node);
        await node.WithAsync<SiteAccessDb, Committed>(db =>
            OutboxSql.AddAsync(db, [Untold(world)], DateTimeOffset.UtcNow.AddHours(1), Aborted)); // too young for the sweep

        await world.SendAsync(world.Item("told"));

        await Eventually.TrueAsync(async () => await CountLeftAsync(node) == 1, Aborted);
    }

    [Fact]
    public async Task A_connection_that_breaks_while_events_are_published_leaves_them_in_the_outbox()
    {
        await using var redis = await RedisServer.StartAsync(Aborted);
        await using var node = await StartNodeAsync(redis);
        var world = await World.CreateAsync(node);
        using var parties = new Ear(node, BusChannels.Conversation(world.ConversationId));
        await parties.Confirmed;

        var sending = Task.Run(
            async () =>
            {
                for (var i = 0; i < 300; i++)
                    await world.SendAsync(world.Item($"{i}"));
            },
            Aborted);
        await Eventually.TrueAsync(() => parties.Seqs.Count > 20, Aborted);
        await redis.KillAsync();
        await redis.StartAgainAsync(Aborted);
        await sending;

        // Whatever was published twice or late: in the end each event came, and none is left.
        await Eventually.TrueAsync(async () => await CountLeftAsync(node) == 0, Aborted);
        var last = await world.SendAsync(world.Item("last"));
        await Eventually.TrueAsync(() => parties.Seqs.Contains(last[0].Message!.Seq), Aborted);
        Assert.Superset(Enumerable.Range(290, 11).Select(i => (long?)i).ToHashSet(), parties.Seqs.ToHashSet());
    }

    async Task<ApiHost.Node> StartNodeAsync(RedisServer redis)
    {
        var node = new ApiHost.Node(await postgres.CreateDatabaseAsync(), redis.ConnectionString);
        await node.WaitUntilReadyAsync();
        await Eventually.TrueAsync(() => node.Services.GetRequiredService<EventBus>().IsConnected, Aborted);
        return node;
    }

    static Task<int> CountLeftAsync(ApiHost.Node node) =>
        node.WithAsync<SiteAccessDb, int>(db => db.Outbox.SumAsync(batch => batch.EventCount));

    static Fact Untold(World world) => new(
        world.Channel.Id, null, null, BusEvents.Write("test", world.Channel.Id, new { }, conversationId: null, seq: null, traceParent: null));

    sealed class Ear : IDisposable
    {
        readonly BusSubscription _subscription;

        public Ear(ApiHost.Node node, string channel)
        {
            Bus = node.Services.GetRequiredService<EventBus>();
            _subscription = Bus.Subscribe(channel, Heard.Enqueue);
        }

        public EventBus Bus { get; }

        public ConcurrentQueue<BusEvent> Heard { get; } = [];

        public List<long?> Seqs => [.. Heard.Where(heard => heard.Seq is not null).Select(heard => heard.Seq)];

        public Task Confirmed => _subscription.Confirmed;

        public void Dispose() => _subscription.Dispose();
    }
}

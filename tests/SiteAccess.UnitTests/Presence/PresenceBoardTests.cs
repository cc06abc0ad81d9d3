using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Operators;
using SiteAccess.Contracts.Presence;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Presence;
using SiteAccess.UnitTests.Bus;
using SiteAccess.UnitTests.Redis;

namespace SiteAccess.UnitTests.Presence;

public sealed class PresenceBoardTests
{
    static readonly Guid Channel = Guid.NewGuid();
    static readonly Guid Boris = Guid.NewGuid();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_connections_of_a_person_are_one_presence_that_ends_with_the_last()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var gateway = await redis.ConnectAsync(Cancellation);
        var bus = EventBusTests.Bus(gateway);
        var board = new PresenceBoard(gateway, bus, TimeProvider.System);
        var told = new ConcurrentQueue<PresenceView>();
        using var listening = bus.Subscribe(BusChannels.Presence(Channel), e => told.Enqueue(e.Read<PresenceView>()));
        await listening.Confirmed;

        await board.RefreshAsync([Entry(Boris, "one")], Cancellation);
        await board.RefreshAsync([Entry(Boris, "two")], Cancellation);
        Assert.Equal([Boris], await board.ListAsync(SenderType.Operator, Channel, Cancellation));
        Assert.Equal(ChannelStatus.Available, await board.GetStatusAsync(Channel, Cancellation));

        await board.LeaveAsync([Entry(Boris, "one")], Cancellation);
        Assert.Equal(ChannelStatus.Available, await board.GetStatusAsync(Channel, Cancellation));
        await board.LeaveAsync([Entry(Boris, "two")], Cancellation);
        Assert.Equal(ChannelStatus.Offline, await board.GetStatusAsync(Channel, Cancellation));
        await Eventually.TrueAsync(() => told.Count(view => !view.IsOnline) == 1, Cancellation);
        Assert.False(told.Last().IsOnline);
    }

    [Fact]
    public async Task The_entries_of_a_node_that_died_end_by_themselves()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var gateway = await redis.ConnectAsync(Cancellation);
        var clock = new SetClock();
        var board = new PresenceBoard(gateway, EventBusTests.Bus(gateway), clock);
        var alive = Guid.NewGuid();
        await board.RefreshAsync([Entry(Boris, "dead")], Cancellation);
        clock.Now += TimeSpan.FromSeconds(40);
        await board.RefreshAsync([Entry(alive, "alive")], Cancellation);

        clock.Now += TimeSpan.FromSeconds(11);
        Assert.Equal([alive], await board.ListAsync(SenderType.Operator, Channel, Cancellation));
        clock.Now += TimeSpan.FromSeconds(50);
        Assert.Equal(ChannelStatus.Offline, await board.GetStatusAsync(Channel, Cancellation));
    }

    [Fact]
    public async Task That_somebody_whose_process_died_is_gone_is_told_once_and_of_who_has_another_tab_not_at_all()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var gateway = await redis.ConnectAsync(Cancellation);
        var (bus, clock) = (EventBusTests.Bus(gateway), new SetClock());
        var board = new PresenceBoard(gateway, bus, clock);
        var (ghost, alive, last) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var gone = new ConcurrentQueue<Guid>();
        using var listening = bus.Subscribe(BusChannels.Presence(Channel), e => Note(e.Read<PresenceView>()));
        void Note(PresenceView view)
        {
            if (!view.IsOnline)
            {
                gone.Enqueue(view.Id);
            }
        }

        await listening.Confirmed;
        await board.RefreshAsync([Entry(ghost, "dead"), Entry(ghost, "dead too"), Entry(alive, "dead")], Cancellation);
        clock.Now += TimeSpan.FromSeconds(40);
        await board.RefreshAsync([Entry(alive, "other tab"), Entry(last, "one")], Cancellation);
        await board.SweepAsync(SenderType.Operator, Channel, Cancellation);
        Assert.Empty(gone);

        clock.Now += TimeSpan.FromSeconds(11);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => board.SweepAsync(SenderType.Operator, Channel, Cancellation)));
        await board.LeaveAsync([Entry(last, "one")], Cancellation);
        await Eventually.TrueAsync(() => gone.Contains(last), Cancellation);
        Assert.Equal([ghost, last], gone);
    }

    [Fact]
    public async Task Who_looked_while_Redis_had_lost_the_board_hears_who_is_there()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var gateway = await redis.ConnectAsync(Cancellation);
        var bus = EventBusTests.Bus(gateway);
        using var keeper = new PresenceKeeper(
            new PresenceBoard(gateway, bus, TimeProvider.System), bus, NullLogger<PresenceKeeper>.Instance);
        await keeper.StartAsync(Cancellation);
        await using var held = await keeper.HoldAsync(Entry(Boris, "one"), Cancellation);
        var online = 0;
        using var listening = bus.Subscribe(BusChannels.Presence(Channel), e => Interlocked.Add(ref online, e.Read<PresenceView>().IsOnline ? 1 : 0));
        await listening.Confirmed;

        await redis.KillAsync();
        await Eventually.TrueAsync(() => !bus.IsConnected, Cancellation);
        await redis.StartAgainAsync(Cancellation);
        await Eventually.TrueAsync(() => Volatile.Read(ref online) == 1, Cancellation);
        await keeper.StopAsync(Cancellation);
    }

    [Fact]
    public async Task After_a_crash_of_Redis_who_is_here_is_on_the_board_again()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var gateway = await redis.ConnectAsync(Cancellation);
        var bus = EventBusTests.Bus(gateway);
        var board = new PresenceBoard(gateway, bus, TimeProvider.System);
        using var keeper = new PresenceKeeper(board, bus, NullLogger<PresenceKeeper>.Instance);
        await keeper.StartAsync(Cancellation);
        await using var held = await keeper.HoldAsync(Entry(Boris, "one"), Cancellation);

        await redis.KillAsync();
        await Eventually.TrueAsync(() => !bus.IsConnected, Cancellation);
        await using var late = await keeper.HoldAsync(Entry(Guid.NewGuid(), "came while Redis was away"), Cancellation);
        await redis.StartAgainAsync(Cancellation);
        await Eventually.TrueAsync(() => bus.IsConnected, Cancellation);
        await Eventually.TrueAsync(
            async () => (await board.ListAsync(SenderType.Operator, Channel, Cancellation)).Count == 2, Cancellation);
        await keeper.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Visitors_see_busy_when_all_who_are_there_are_busy_and_offline_when_none_of_them_takes_conversations()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var gateway = await redis.ConnectAsync(Cancellation);
        var bus = EventBusTests.Bus(gateway);
        var board = new PresenceBoard(gateway, bus, TimeProvider.System);
        var told = new ConcurrentQueue<PresenceView>();
        using var listening = bus.Subscribe(BusChannels.Presence(Channel), e => told.Enqueue(e.Read<PresenceView>()));
        await listening.Confirmed;
        var anna = Guid.NewGuid();
        await board.RefreshAsync([Entry(Boris, "one"), Entry(anna, "one")], Cancellation);

        await board.SetStateAsync(Boris, [Channel], OperatorState.Busy, Cancellation);
        Assert.Equal(ChannelStatus.Available, await board.GetStatusAsync(Channel, Cancellation));
        await board.SetStateAsync(anna, [Channel], OperatorState.Offline, Cancellation);
        Assert.Equal(ChannelStatus.Busy, await board.GetStatusAsync(Channel, Cancellation));
        await board.SetStateAsync(Boris, [Channel], OperatorState.Offline, Cancellation);
        Assert.Equal(ChannelStatus.Offline, await board.GetStatusAsync(Channel, Cancellation));
        await board.SetStateAsync(anna, [Channel], OperatorState.Online, Cancellation);
        Assert.Equal(ChannelStatus.Available, await board.GetStatusAsync(Channel, Cancellation));

        var states = await board.ListStatesAsync(Channel, Cancellation);
        Assert.Equal((OperatorState.Offline, OperatorState.Online), (states[Boris], states[anna]));
        await Eventually.TrueAsync(() => told.Count(view => view.State is not null) == 6, Cancellation);
        Assert.All(told, view => Assert.True(view.IsOnline));
    }

    static PresenceEntry Entry(Guid person, string connection) => new(SenderType.Operator, Channel, person, connection);

    sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

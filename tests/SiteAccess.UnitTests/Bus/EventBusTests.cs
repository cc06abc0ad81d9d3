using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Hub;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;
using SiteAccess.UnitTests.Redis;

namespace SiteAccess.UnitTests.Bus;

public sealed class EventBusTests
{
    const string Channel = "chat:test";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_come_in_order_to_everybody_who_listens()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var here = await redis.ConnectAsync(Cancellation);
        await using var there = await redis.ConnectAsync(Cancellation);
        var (publisher, listener) = (Bus(there), Bus(here));
        var (first, second) = (new ConcurrentQueue<long?>(), new ConcurrentQueue<long?>());
        using var one = listener.Subscribe(Channel, e => first.Enqueue(e.Seq));
        using var other = listener.Subscribe(Channel, e => second.Enqueue(e.Seq));
        await one.Confirmed;

        foreach (var seq in Enumerable.Range(1, 500))
        {
            await publisher.PublishAsync(Channel, Event(seq), Cancellation);
        }

        await Eventually.TrueAsync(() => first.Count == 500 && second.Count == 500, Cancellation);
        Assert.Equal(Enumerable.Range(1, 500).Select(seq => (long?)seq), first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task The_last_listener_to_leave_leaves_the_channel_and_a_new_one_hears_again()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var gateway = await redis.ConnectAsync(Cancellation);
        var bus = Bus(gateway);
        var heard = new ConcurrentQueue<long?>();

        var one = bus.Subscribe(Channel, e => heard.Enqueue(e.Seq));
        var other = bus.Subscribe(Channel, _ => { });
        one.Dispose();
        one.Dispose(); // twice is once
        Assert.Equal(1, await SubscribersAsync(gateway));
        other.Dispose();
        await Eventually.TrueAsync(async () => await SubscribersAsync(gateway) == 0, Cancellation);

        using var again = bus.Subscribe(Channel, e => heard.Enqueue(e.Seq));
        await again.Confirmed;
        await bus.PublishAsync(Channel, Event(7), Cancellation);
        await Eventually.TrueAsync(() => heard.Contains(7), Cancellation);
    }

    [Fact]
    public async Task A_listener_that_fails_and_text_that_is_no_event_harm_nobody()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var gateway = await redis.ConnectAsync(Cancellation);
        var bus = Bus(gateway);
        var heard = new ConcurrentQueue<long?>();
        using var faulty = bus.Subscribe(Channel, _ => throw new InvalidOperationException("on purpose"));
        using var healthy = bus.Subscribe(Channel, e => heard.Enqueue(e.Seq));
        await healthy.Confirmed;

        await gateway.CallAsync(db => db.PublishAsync(RedisLink.Named(Channel), "rubbish"), Cancellation);
        await bus.PublishAsync(Channel, Event(1), Cancellation);
        await Eventually.TrueAsync(() => heard.Contains(1), Cancellation);
    }

    [Fact]
    public async Task After_a_crash_of_Redis_subscriptions_come_back_and_it_is_told()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var gateway = await redis.ConnectAsync(Cancellation);
        var bus = Bus(gateway);
        var heard = new ConcurrentQueue<long?>();
        using var listening = bus.Subscribe(Channel, e => heard.Enqueue(e.Seq));
        await listening.Confirmed;
        var restored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bus.ConnectionRestored += (_, _) => restored.TrySetResult();

        await redis.KillAsync();
        await Eventually.TrueAsync(() => !bus.IsConnected, Cancellation);
        await Assert.ThrowsAsync<RedisUnavailableException>(() => bus.PublishAsync(Channel, Event(1), Cancellation));

        await redis.StartAgainAsync(Cancellation);
        await restored.Task.WaitAsync(TimeSpan.FromSeconds(15), Cancellation);
        await bus.PublishAsync(Channel, Event(2), Cancellation);
        await Eventually.TrueAsync(() => heard.Contains(2), Cancellation);
    }

    [Fact]
    public async Task While_Redis_hangs_every_call_ends_in_time_and_afterwards_all_goes_on()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var gateway = await redis.ConnectAsync(Cancellation);
        var bus = Bus(gateway);
        var heard = new ConcurrentQueue<long?>();
        using var listening = bus.Subscribe(Channel, e => heard.Enqueue(e.Seq));
        await listening.Confirmed;

        await redis.HangAsync();
        var clock = Stopwatch.StartNew();
        var calls = Enumerable.Range(0, 3000).Select(i => bus.PublishAsync(Channel, Event(i), Cancellation)).ToArray();
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<RedisUnavailableException>(() => call);
        }

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 4);
        await Eventually.TrueAsync(() => !bus.IsConnected, Cancellation);

        await redis.ResumeAsync();
        await Eventually.TrueAsync(() => bus.IsConnected, Cancellation);
        await bus.PublishAsync(Channel, Event(100_000), Cancellation);
        await Eventually.TrueAsync(() => heard.Contains(100_000), Cancellation);
    }

    internal static EventBus Bus(RedisGateway gateway) => new(gateway, NullLogger<EventBus>.Instance);

    static BusEvent Event(long seq) => BusEvents.Of(HubEvents.MessageReceived, Guid.Empty, new { }, Guid.Empty, seq);

    // Redis answers a publish with the number of those who heard it.
    static Task<long> SubscribersAsync(RedisGateway gateway) =>
        gateway.CallAsync(db => db.PublishAsync(RedisLink.Named(Channel), "?"), Cancellation);
}

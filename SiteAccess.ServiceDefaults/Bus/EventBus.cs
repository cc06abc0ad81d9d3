using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.ServiceDefaults.Bus;

/// <summary>
/// Carries facts between the services (Redis pub/sub). It may lose and, after a repair, repeat: Postgres is the truth, and whoever
/// listens catches up on <see cref="ConnectionRestored"/>.
/// </summary>
public sealed class EventBus
{
    readonly RedisGateway _redis;
    readonly ILogger<EventBus> _log;
    readonly Lock _gate = new();
    readonly Dictionary<string, Topic> _topics = [];

    /// <summary>Opens the bus.</summary>
    /// <param name="redis">What carries it.</param>
    /// <param name="log">Tells of events that could not be read.</param>
    public EventBus(RedisGateway redis, ILogger<EventBus> log)
    {
        (_redis, _log) = (redis, log);
        _redis.ConnectionRestored += (_, nothing) => ConnectionRestored?.Invoke(this, nothing);
    }

    /// <summary>Whether events pass at present.</summary>
    public bool IsConnected => _redis.IsConnected;

    /// <summary>Events pass again; those published in between have not reached us.</summary>
    public event EventHandler? ConnectionRestored;

    /// <summary>Publishes an event.</summary>
    /// <param name="channel">One of <see cref="BusChannels"/>.</param>
    /// <param name="busEvent">The event.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis did not take it within 2 s.</exception>
    public Task PublishAsync(string channel, BusEvent busEvent, CancellationToken cancellationToken = default)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(busEvent, WireJson.Options);
        return _redis.CallAsync(redis => redis.PublishAsync(RedisLink.Named(channel), text), cancellationToken);
    }

    /// <summary>Publishes many events in their order, in the time of one.</summary>
    /// <param name="messages">The events.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis did not take all of them within 2 s; some may have passed.</exception>
    public Task PublishAsync(IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken = default) =>
        _redis.PublishAsync(messages, cancellationToken);

    /// <summary>Hears a channel. The first wish in this process subscribes, the last to be disposed unsubscribes.</summary>
    /// <param name="channel">One of <see cref="BusChannels"/>.</param>
    /// <param name="handler">Gets each event on the reader's own thread, so it must not block: write into a queue and return.</param>
    public BusSubscription Subscribe(string channel, Action<BusEvent> handler)
    {
        lock (_gate)
        {
            if (!_topics.TryGetValue(channel, out var topic))
            {
                topic = new Topic();
                _topics.Add(channel, topic);
                topic.Confirmed = _redis.SubscribeAsync(channel, text => Deliver(topic, channel, text));
            }

            topic.Handlers = topic.Handlers.Add(handler);
            return new BusSubscription(this, channel, handler, topic.Confirmed);
        }
    }

    internal void Leave(BusSubscription subscription)
    {
        lock (_gate)
        {
            var topic = _topics[subscription.Channel];
            topic.Handlers = topic.Handlers.Remove(subscription.Handler);
            if (topic.Handlers.IsEmpty)
            {
                _topics.Remove(subscription.Channel);
                _ = _redis.UnsubscribeAsync(subscription.Channel);
            }
        }
    }

    void Deliver(Topic topic, string channel, byte[] text)
    {
        BusEvent? busEvent;
        try
        {
            busEvent = JsonSerializer.Deserialize<BusEvent>(text, WireJson.Options);
        }
        catch (JsonException failure)
        {
            _log.LogWarning(failure, "What came on {Channel} is no event", channel);
            return;
        }

        foreach (var handler in busEvent is null ? [] : topic.Handlers)
        {
            Hand(busEvent!, handler);
        }
    }

    void Hand(BusEvent busEvent, Action<BusEvent> handler)
    {
        try
        {
            handler(busEvent);
        }
        catch (Exception failure)
        {
            // One listener's fault must not keep the event from the others.
            _log.LogError(failure, "A listener failed on {Type} {Id}", busEvent.Type, busEvent.Id);
        }
    }

    sealed class Topic
    {
        public ImmutableArray<Action<BusEvent>> Handlers { get; set; } = [];

        public Task Confirmed { get; set; } = Task.CompletedTask;
    }
}

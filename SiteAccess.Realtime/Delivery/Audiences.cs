using SiteAccess.Realtime.Connections;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.Realtime.Delivery;

/// <summary>
/// Which of this node's connections hear which topic. The node is on a bus channel as long as one of its own connections is; what
/// comes goes to these alone, because every other node hears it too.
/// </summary>
sealed class Audiences(EventBus bus, DeliveryQueue queue)
{
    readonly Lock _gate = new();
    readonly Dictionary<Topic, Audience> _audiences = [];

    /// <param name="connection">Who wants to hear.</param>
    /// <param name="topic">What.</param>
    /// <param name="told">Of a conversation: where it stands as far as is known.</param>
    /// <returns>
    /// Done when the bus has confirmed, so that what is loaded afterwards and what is heard leave no gap; at once while the bus is
    /// away, for then a poll brings what is new.
    /// </returns>
    public Task JoinAsync(LiveConnection connection, Topic topic, Told? told = null)
    {
        lock (_gate)
        {
            if (connection.IsGone)
            {
                return Task.CompletedTask;
            }

            if (!_audiences.TryGetValue(topic, out var audience))
            {
                var subscription = bus.Subscribe(topic.BusChannel, busEvent => queue.Add(new Delivery(topic, busEvent)));
                audience = new Audience(subscription, topic.Kind == TopicKind.Conversation ? told ?? new Told() : null);
                _audiences.Add(topic, audience);
            }

            if (connection.Topics.Add(topic))
            {
                audience.Members.Add(connection);
            }

            return bus.IsConnected ? audience.Subscription.Confirmed : Task.CompletedTask;
        }
    }

    public void Leave(LiveConnection connection, Topic topic)
    {
        lock (_gate)
        {
            Remove(connection, topic);
        }
    }

    public void LeaveAll(LiveConnection connection)
    {
        lock (_gate)
        {
            connection.IsGone = true;
            foreach (var topic in connection.Topics.ToArray())
            {
                Remove(connection, topic);
            }
        }
    }

    public bool Hears(LiveConnection connection, Topic topic)
    {
        lock (_gate)
        {
            return connection.Topics.Contains(topic);
        }
    }

    public LiveConnection[] Of(Topic topic)
    {
        lock (_gate)
        {
            return _audiences.TryGetValue(topic, out var audience) ? [.. audience.Members] : [];
        }
    }

    /// <summary>What has been told of a conversation; null when nobody here listens.</summary>
    public Told? ToldOf(Topic topic)
    {
        lock (_gate)
        {
            return _audiences.GetValueOrDefault(topic)?.Told;
        }
    }

    /// <summary>The conversations that somebody here listens to.</summary>
    public (Guid Id, Told Told)[] Conversations()
    {
        lock (_gate)
        {
            return [.. _audiences.Where(entry => entry.Value.Told is not null).Select(entry => (entry.Key.Id, entry.Value.Told!))];
        }
    }

    /// <summary>The channels that somebody here listens to in a certain way.</summary>
    public Guid[] Channels(TopicKind kind)
    {
        lock (_gate)
        {
            return [.. _audiences.Keys.Where(topic => topic.Kind == kind).Select(topic => topic.Id)];
        }
    }

    /// <summary>How many hear a topic.</summary>
    public int Count(Topic topic)
    {
        lock (_gate)
        {
            return _audiences.GetValueOrDefault(topic)?.Members.Count ?? 0;
        }
    }

    void Remove(LiveConnection connection, Topic topic)
    {
        if (!connection.Topics.Remove(topic))
        {
            return;
        }

        var audience = _audiences[topic];
        audience.Members.Remove(connection);
        if (audience.Members.Count == 0)
        {
            _audiences.Remove(topic);
            audience.Subscription.Dispose();
        }
    }

    sealed record Audience(BusSubscription Subscription, Told? Told)
    {
        public List<LiveConnection> Members { get; } = new(capacity: 2);
    }
}

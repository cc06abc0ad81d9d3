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

    /// <returns>Done when the bus has confirmed, so that what is loaded afterwards and what is heard leave no gap.</returns>
    public Task JoinAsync(LiveConnection connection, Topic topic)
    {
        lock (_gate)
        {
            if (connection.IsGone)
            {
                return Task.CompletedTask;
            }

            if (!_audiences.TryGetValue(topic, out var audience))
            {
                audience = new Audience(bus.Subscribe(topic.BusChannel, busEvent => queue.Add(new Delivery(topic, busEvent))));
                _audiences.Add(topic, audience);
            }

            if (connection.Topics.Add(topic))
            {
                audience.Members.Add(connection);
            }

            return audience.Subscription.Confirmed;
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

    public Guid[] ChannelsWithPresence()
    {
        lock (_gate)
        {
            return [.. _audiences.Keys.Where(topic => topic.Kind == TopicKind.Presence).Select(topic => topic.Id)];
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

    sealed record Audience(BusSubscription Subscription)
    {
        public List<LiveConnection> Members { get; } = new(capacity: 2);
    }
}

using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Eventing;

/// <inheritdoc />
public class DistributedApplicationEventing : IDistributedApplicationEventing
{
    readonly Lock _lock = new();
    readonly List<(Type Event, DistributedApplicationEventSubscription Subscription)> _subscriptions = [];

    /// <inheritdoc />
    public DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationEvent
    {
        var subscription = new DistributedApplicationEventSubscription((happened, cancellationToken) => callback((T)happened, cancellationToken));
        lock (_lock)
        {
            _subscriptions.Add((typeof(T), subscription));
        }

        return subscription;
    }

    /// <inheritdoc />
    public DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent =>
        Subscribe<T>((happened, cancellationToken) => happened.Resource == resource ? callback(happened, cancellationToken) : Task.CompletedTask);

    /// <inheritdoc />
    public void Unsubscribe(DistributedApplicationEventSubscription subscription)
    {
        lock (_lock)
        {
            _subscriptions.RemoveAll(entry => entry.Subscription == subscription);
        }
    }

    /// <inheritdoc />
    public async Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent
    {
        DistributedApplicationEventSubscription[] listening;
        lock (_lock)
        {
            listening = [.. _subscriptions.Where(entry => entry.Event == typeof(T)).Select(entry => entry.Subscription)];
        }

        foreach (var subscription in listening)
        {
            await subscription.Callback(@event, cancellationToken).ConfigureAwait(false);
        }
    }
}

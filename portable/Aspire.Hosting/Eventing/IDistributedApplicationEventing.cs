using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Eventing;

/// <summary>Carries events from the host to those who listen.</summary>
public interface IDistributedApplicationEventing
{
    /// <summary>Listens to an event of the application.</summary>
    DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationEvent;

    /// <summary>Listens to an event of one resource.</summary>
    DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent;

    /// <summary>Stops listening.</summary>
    void Unsubscribe(DistributedApplicationEventSubscription subscription);

    /// <summary>Tells all who listen, one after the other, and waits for them.</summary>
    Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent;
}

using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource has ended.</summary>
public class ResourceStoppedEvent(IResource resource, IServiceProvider services, ResourceEvent resourceEvent) : IDistributedApplicationResourceEvent
{
    /// <inheritdoc />
    public IResource Resource { get; } = resource;

    /// <summary>The services of the AppHost.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>The state that it ended in.</summary>
    public ResourceEvent ResourceEvent { get; } = resourceEvent;
}

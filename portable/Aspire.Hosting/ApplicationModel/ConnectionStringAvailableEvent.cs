using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The connection string of a resource is known.</summary>
public class ConnectionStringAvailableEvent(IResource resource, IServiceProvider services) : IDistributedApplicationResourceEvent
{
    /// <inheritdoc />
    public IResource Resource => resource;

    /// <summary>The services of the AppHost.</summary>
    public IServiceProvider Services => services;
}

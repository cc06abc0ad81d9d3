using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource runs and is healthy for the first time since it was started.</summary>
public class ResourceReadyEvent(IResource resource, IServiceProvider services) : IDistributedApplicationResourceEvent
{
    /// <inheritdoc />
    public IResource Resource => resource;

    /// <summary>The services of the AppHost.</summary>
    public IServiceProvider Services => services;
}

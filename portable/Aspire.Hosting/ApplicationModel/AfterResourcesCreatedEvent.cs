using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Every resource was started or has failed to.</summary>
public class AfterResourcesCreatedEvent(IServiceProvider services, DistributedApplicationModel model) : IDistributedApplicationEvent
{
    /// <summary>The services of the AppHost.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>All resources.</summary>
    public DistributedApplicationModel Model { get; } = model;
}

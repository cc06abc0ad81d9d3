using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>All is described, nothing runs yet.</summary>
public class BeforeStartEvent(IServiceProvider services, DistributedApplicationModel model) : IDistributedApplicationEvent
{
    /// <summary>The services of the AppHost.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>All resources.</summary>
    public DistributedApplicationModel Model { get; } = model;
}

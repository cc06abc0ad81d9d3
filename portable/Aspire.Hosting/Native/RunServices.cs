using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.Native;

/// <summary>What every run of a resource needs.</summary>
sealed record RunServices(
    IServiceProvider Provider,
    DistributedApplicationExecutionContext Execution,
    NativePrograms Programs,
    HealthMonitor Health,
    ConsoleOutput Console,
    ResourceNotificationService Notifications,
    ResourceLoggerService Loggers,
    IDistributedApplicationEventing Eventing)
{
    public ResourceLog Log(IResource resource) => Loggers.LogOf(resource.Name);
}

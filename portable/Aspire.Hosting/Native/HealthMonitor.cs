using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Native;

/// <summary>Asks the health checks of a running resource, often until it is healthy and from time to time afterwards.</summary>
sealed class HealthMonitor(HealthCheckService checks, ResourceNotificationService notifications, IDistributedApplicationEventing eventing, IServiceProvider services)
{
    static readonly TimeSpan UntilHealthy = TimeSpan.FromMilliseconds(150);
    static readonly TimeSpan WhileHealthy = TimeSpan.FromSeconds(5);

    /// <summary>The reports of a resource that was not asked yet.</summary>
    public static ImmutableArray<HealthReportSnapshot> Unasked(IResource resource) =>
        [.. resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => new HealthReportSnapshot(check.Key, null, null, null))];

    public async Task WatchAsync(IResource resource, CancellationToken stopped)
    {
        try
        {
            // A database is created when its server is ready; there is nothing to ask before.
            if (resource is IResourceWithParent child)
            {
                await notifications.WaitForResourceHealthyAsync(child.Parent.Name, WaitBehavior.WaitOnResourceUnavailable, stopped);
            }

            var ready = false;
            while (!stopped.IsCancellationRequested)
            {
                var healthy = await AskAsync(resource, stopped);
                if (healthy && !ready)
                {
                    ready = true;
                    var handlers = eventing.PublishAsync(new ResourceReadyEvent(resource, services), stopped);
                    await notifications.PublishUpdateAsync(resource, known => known with { ReadyHandlers = handlers });
                }

                await Task.Delay(healthy ? WhileHealthy : UntilHealthy, stopped);
            }
        }
        catch (OperationCanceledException)
        {
            // The resource has ended or the application is stopping; there is nothing more to ask.
        }
    }

    async Task<bool> AskAsync(IResource resource, CancellationToken stopped)
    {
        var keys = resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => check.Key).ToHashSet();
        if (keys.Count == 0)
        {
            return true;
        }

        var report = await checks.CheckHealthAsync(registration => keys.Contains(registration.Name), stopped);
        await notifications.PublishUpdateAsync(resource, known => known with
        {
            HealthReports = [.. report.Entries.Select(entry => new HealthReportSnapshot(entry.Key, entry.Value.Status, entry.Value.Description, entry.Value.Exception?.ToString()))],
        });
        return report.Status == HealthStatus.Healthy;
    }
}

using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Native;

/// <summary>Starts all resources in the order that their waits demand, and stops them in the opposite one.</summary>
sealed class NativeOrchestrator(IServiceProvider provider, DistributedApplicationModel model) : IHostedService, IAsyncDisposable
{
    readonly Dictionary<string, ResourceRun> _runs = new(StringComparer.OrdinalIgnoreCase);
    Task? _stopped;

    public ResourceRun? Find(string resourceName) => _runs.GetValueOrDefault(resourceName);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var eventing = provider.GetRequiredService<IDistributedApplicationEventing>();
        provider.GetRequiredService<Dashboard>().AddTo(model);
        await eventing.PublishAsync(new BeforeStartEvent(provider, model), cancellationToken);

        provider.GetRequiredService<EndpointAllocation>().Allocate(model.Resources);

        foreach (var resource in model.Resources.ToArray())
        {
            await eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, provider), cancellationToken);
            if (resource is IResourceWithConnectionString)
            {
                await eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, provider), cancellationToken);
            }
        }

        var services = ActivatorUtilities.CreateInstance<RunServices>(provider, provider);
        foreach (var resource in model.Resources.Where(HasProcess))
        {
            _runs[resource.Name] = new ResourceRun(resource, [.. model.Resources.Where(child => child is IResourceWithParent { Parent: var parent } && parent == resource)], services);
        }

        try
        {
            await Task.WhenAll(_runs.Values.Select(run => run.StartAsync(cancellationToken)));
        }
        catch (OperationCanceledException)
        {
            // Stopped while it was still starting: nobody else stops what already runs.
            await StopAsync(CancellationToken.None);
            throw;
        }

        await eventing.PublishAsync(new AfterResourcesCreatedEvent(provider, model), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _stopped ??= StopAllAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        foreach (var run in _runs.Values)
        {
            run.Dispose();
        }
    }

    static bool HasProcess(IResource resource) => resource is ContainerResource or ExecutableResource or ProjectResource;

    // A resource is stopped when all that waited for it at start have ended.
    Task StopAllAsync()
    {
        var stops = new Dictionary<ResourceRun, Task>();
        return Task.WhenAll(_runs.Values.Select(Stop));

        Task Stop(ResourceRun run)
        {
            if (!stops.TryGetValue(run, out var stop))
            {
                var dependents = _runs.Values.Where(other => other.Resource.Annotations.OfType<WaitAnnotation>().Any(wait => wait.Resource == run.Resource)).ToArray();
                stops[run] = stop = StopAfterAsync(run, [.. dependents.Select(Stop)]);
            }

            return stop;
        }

        static async Task StopAfterAsync(ResourceRun run, Task[] dependents)
        {
            await Task.WhenAll(dependents);
            await run.StopAsync(CancellationToken.None);
        }
    }
}

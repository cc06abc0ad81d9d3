using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Knows the state of every resource and tells those who watch or wait.</summary>
public class ResourceNotificationService : IDisposable
{
    readonly Lock _lock = new();
    readonly Dictionary<string, ResourceEvent> _latest = new(StringComparer.OrdinalIgnoreCase);
    readonly List<Channel<ResourceEvent>> _watchers = [];
    readonly CancellationTokenSource _disposed = new();
    readonly WaitBehavior _defaultWaitBehavior;
    readonly DistributedApplicationModel _model;

    internal ResourceNotificationService(
        IHostApplicationLifetime lifetime,
        DistributedApplicationModel model,
        IOptions<ResourceNotificationServiceOptions> options)
    {
        _model = model;
        _defaultWaitBehavior = options.Value.DefaultWaitBehavior;
        lifetime.ApplicationStopping.Register(_disposed.Cancel);
    }

    /// <summary>Waits until a resource has reached a state (by default it runs).</summary>
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [string.IsNullOrEmpty(targetState) ? KnownResourceStates.Running : targetState], cancellationToken);

    /// <summary>Waits until a resource has reached one of several states, and answers which.</summary>
    public async Task<string> WaitForResourceAsync(string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var reached = await WaitForResourceAsync(
            resourceName,
            change => change.Snapshot.State is { } state && targetStates.Contains(state.Text, StringComparer.OrdinalIgnoreCase),
            cancellationToken).ConfigureAwait(false);
        return reached.Snapshot.State!.Text;
    }

    /// <summary>Waits until a resource is as demanded.</summary>
    public async Task<ResourceEvent> WaitForResourceAsync(string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        await foreach (var change in WatchAsync(cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(change.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase) && predicate(change))
            {
                return change;
            }
        }

        throw new OperationCanceledException($"'{resourceName}' did not become what was waited for before the application stopped.");
    }

    /// <summary>Waits until a resource is usable.</summary>
    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, _defaultWaitBehavior, cancellationToken);

    /// <summary>Waits until a resource is usable, and fails, if asked to, when it ends instead.</summary>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        if (waitBehavior == WaitBehavior.StopOnResourceUnavailable && !_model.Resources.TryGetByName(resourceName, out _))
        {
            throw new DistributedApplicationException($"There is no resource '{resourceName}' to wait for.");
        }

        var change = await WaitForResourceAsync(
            resourceName,
            change => change.Snapshot is { HealthStatus: HealthStatus.Healthy, ReadyHandlers: not null }
                || (waitBehavior == WaitBehavior.StopOnResourceUnavailable && HasEnded(change.Snapshot)),
            cancellationToken).ConfigureAwait(false);

        if (HasEnded(change.Snapshot))
        {
            throw new DistributedApplicationException($"'{resourceName}' did not become healthy: {change.Snapshot.State?.Text}{(change.Snapshot.ExitCode is { } code ? $" with exit code {code}" : string.Empty)}.");
        }

        await change.Snapshot.ReadyHandlers!.WaitAsync(cancellationToken).ConfigureAwait(false);
        return change;
    }

    /// <summary>Waits for all that a resource was told to wait for.</summary>
    public Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken) =>
        Task.WhenAll(resource.Annotations.OfType<WaitAnnotation>().Select(wait => WaitForDependencyAsync(resource, wait, cancellationToken)));

    /// <summary>What is known of a resource now.</summary>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (_lock)
        {
            return _latest.TryGetValue(resourceId, out resourceEvent);
        }
    }

    /// <summary>All states as they are, then every change, until the application stops.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateUnbounded<ResourceEvent>();
        lock (_lock)
        {
            _watchers.Add(channel);
            foreach (var current in _latest.Values)
            {
                channel.Writer.TryWrite(current);
            }
        }

        try
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
            await foreach (var change in channel.Reader.ReadAllAsync(ended.Token).ConfigureAwait(false))
            {
                yield return change;
            }
        }
        finally
        {
            lock (_lock)
            {
                _watchers.Remove(channel);
            }
        }
    }

    /// <summary>Changes what is known of a resource and tells those who watch.</summary>
    public Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        lock (_lock)
        {
            var before = _latest.TryGetValue(resource.Name, out var known)
                ? known.Snapshot
                : new CustomResourceSnapshot { ResourceType = resource.GetType().Name.Replace("Resource", string.Empty, StringComparison.Ordinal), Properties = [] };
            var change = new ResourceEvent(resource, resource.Name, stateFactory(before));
            _latest[resource.Name] = change;
            _watchers.ForEach(watcher => watcher.Writer.TryWrite(change));
        }

        return Task.CompletedTask;
    }

    /// <summary>Ends all watching and waiting.</summary>
    public void Dispose()
    {
        _disposed.Cancel();
        GC.SuppressFinalize(this);
    }

    static bool HasEnded(CustomResourceSnapshot snapshot) => KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text);

    async Task WaitForDependencyAsync(IResource resource, WaitAnnotation wait, CancellationToken cancellationToken)
    {
        var behavior = wait.WaitBehavior ?? _defaultWaitBehavior;
        switch (wait.WaitType)
        {
            case WaitType.WaitUntilHealthy:
                await WaitForResourceHealthyAsync(wait.Resource.Name, behavior, cancellationToken).ConfigureAwait(false);
                break;

            case WaitType.WaitUntilStarted:
                var started = await WaitForResourceAsync(
                    wait.Resource.Name,
                    change => change.Snapshot.State?.Text == KnownResourceStates.Running || (behavior == WaitBehavior.StopOnResourceUnavailable && HasEnded(change.Snapshot)),
                    cancellationToken).ConfigureAwait(false);
                Demand(!HasEnded(started.Snapshot), started);
                break;

            case WaitType.WaitForCompletion:
                var ended = await WaitForResourceAsync(wait.Resource.Name, change => HasEnded(change.Snapshot), cancellationToken).ConfigureAwait(false);
                Demand(ended.Snapshot.State?.Text != KnownResourceStates.FailedToStart && (ended.Snapshot.ExitCode ?? wait.ExitCode) == wait.ExitCode, ended);
                break;
        }

        void Demand(bool fulfilled, ResourceEvent change)
        {
            if (!fulfilled)
            {
                throw new DistributedApplicationException($"'{resource.Name}' waited in vain for '{change.Resource.Name}': {change.Snapshot.State?.Text}.");
            }
        }
    }
}

using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>One resource that has a process: starts it when its time has come, tells how it fares, stops it.</summary>
sealed class ResourceRun(IResource resource, IReadOnlyList<IResource> children, RunServices services) : IDisposable
{
    const int LastLines = 20;
    readonly SemaphoreSlim _turn = new(1, 1);
    CancellationTokenSource _stopped = new();
    NativeProcess? _process;
    Task _watching = Task.CompletedTask;
    volatile bool _stopping;

    public IResource Resource => resource;

    /// <summary>Waits for what it depends on, then starts it. A failure becomes its state.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_process is { Ended.IsCompleted: false })
            {
                throw new DistributedApplicationException($"'{resource.Name}' is already running.");
            }

            await StartProcessAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && _process is null or { Ended.IsCompleted: true })
        {
            services.Console.Line(resource.Name, $"failed to start: {failure.Message}", isError: true);
            services.Log(resource).Write(failure.Message, isError: true);
            await PublishAsync(known => known with { State = new(KnownResourceStates.FailedToStart, "error"), StopTimeStamp = DateTime.UtcNow });
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stops it, if it runs, and waits until it has ended.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_process is { Ended.IsCompleted: false } process)
            {
                _stopping = true;
                await PublishAsync(known => known with { State = KnownResourceStates.Stopping });
                await process.StopAsync();
            }

            await _watching;
        }
        finally
        {
            _stopping = false;
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _stopped.Dispose();
    }

    async Task StartProcessAsync(CancellationToken cancellationToken)
    {
        await PublishAsync(known => known with { State = KnownResourceStates.Waiting, ExitCode = null, ReadyHandlers = null, HealthReports = [] });
        await services.Notifications.WaitForDependenciesAsync(resource, cancellationToken);
        await services.Eventing.PublishAsync(new BeforeResourceStartedEvent(resource, services.Provider), cancellationToken);
        await PublishAsync(known => known with { State = KnownResourceStates.Starting });

        var log = services.Log(resource);
        var settings = await ResourceSettings.ResolveAsync(resource, services.Execution, log, cancellationToken);
        var launch = await services.Programs.For(resource).PrepareAsync(settings, cancellationToken);
        var process = await NativeProcess.StartAsync(launch, (line, isError) =>
        {
            log.Write(line, isError);
            services.Console.Line(resource.Name, line, isError);
        });

        _process = process;
        _stopped.Dispose();
        _stopped = new CancellationTokenSource();
        await PublishAsync(known => known with
        {
            State = new(KnownResourceStates.Running, "success"),
            StartTimeStamp = DateTime.UtcNow,
            StopTimeStamp = null,
            Properties = [new("executable.pid", process.Id), new("executable.path", launch.Program), new("executable.workDir", launch.WorkingDirectory)],
        });
        var health = ((IResource[])[resource, .. children]).Select(watched => services.Health.WatchAsync(watched, _stopped.Token)).ToArray();
        _watching = WatchAsync(process, health);
    }

    async Task WatchAsync(NativeProcess process, Task[] health)
    {
        var code = await process.Ended;
        await _stopped.CancelAsync();
        await Task.WhenAll(health);
        await process.StopAsync();
        if (!_stopping && code != 0)
        {
            ShowCrash(code);
        }

        var state = code == 0 ? new ResourceStateSnapshot(KnownResourceStates.Finished, null) : new ResourceStateSnapshot(KnownResourceStates.Exited, _stopping ? null : "error");
        await PublishAsync(known => known with { State = state, ExitCode = code, StopTimeStamp = DateTime.UtcNow, ReadyHandlers = null, HealthReports = [] });
        if (services.Notifications.TryGetCurrentState(resource.Name, out var ended))
        {
            await services.Eventing.PublishAsync(new ResourceStoppedEvent(resource, services.Provider, ended));
        }
    }

    void ShowCrash(int code)
    {
        var last = services.Log(resource).LastLines(LastLines).Select(line => $"{Environment.NewLine}    {line.Content}");
        services.Console.Say(string.Create(CultureInfo.InvariantCulture, $"'{resource.Name}' ended by itself with exit code {code}. Its last lines:{string.Concat(last)}"));
    }

    // What lives inside a resource shares its fate, but has a health of its own.
    async Task PublishAsync(Func<CustomResourceSnapshot, CustomResourceSnapshot> change)
    {
        await PublishAsync(resource, change);
        foreach (var child in children)
        {
            await PublishAsync(child, known => change(known) with { Properties = [] });
        }
    }

    Task PublishAsync(IResource changed, Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        services.Notifications.PublishUpdateAsync(changed, known =>
        {
            var next = change(known);
            return next with
            {
                HealthReports = next.State?.Text == KnownResourceStates.Running ? HealthMonitor.Unasked(changed) : [],
                Urls = [.. changed.Annotations.OfType<EndpointAnnotation>().Select(endpoint => new UrlSnapshot(endpoint.Name, endpoint.AllocatedEndpoint!.UriString, IsInternal: false))],
            };
        });
}

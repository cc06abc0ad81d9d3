using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SiteAccess.Realtime.Connections;

/// <summary>
/// On SIGTERM: tells every client to connect elsewhere, and holds the stop up for a moment, so that they can. Who does not go is
/// left only when what it asked has been answered: nothing else of this node stops before.
/// </summary>
sealed class Drain(LiveConnections connections, CallsUnderWay calls, IHostApplicationLifetime lifetime, ILogger<Drain> log)
    : IHostedService, IDisposable
{
    // Clients go within a second of being asked, each at a time of its own; thousands at once need some more.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Longer than the longest call: a send is answered within 10 s, whatever happens.
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(12);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    CancellationTokenRegistration _registration;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Registered after SignalR's own, so it runs before: SignalR closes every connection as soon as it hears of the stop.
        _registration = lifetime.ApplicationStopping.Register(() => LetGoAsync().GetAwaiter().GetResult());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registration.Dispose();

    async Task LetGoAsync()
    {
        log.LogInformation("Stopping: {Count} clients are asked to move", connections.Count);
        connections.AskToMove();
        using var limit = new CancellationTokenSource(Limit);
        await UntilAsync(() => connections.Count == 0, Patience, limit.Token);
        if (calls.Count > 0)
        {
            log.LogInformation("{Clients} clients stay; their {Count} calls are answered first", connections.Count, calls.Count);
            await UntilAsync(() => calls.Count == 0 || connections.Count == 0, Limit, limit.Token);
            await Task.Delay(Look, CancellationToken.None); // the last answer is on its way to the wire
        }
    }

    static async Task UntilAsync(Func<bool> condition, TimeSpan patience, CancellationToken limit)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit);
        end.CancelAfter(patience);
        using var look = new PeriodicTimer(Look);
        while (!condition() && !end.IsCancellationRequested)
        {
            await look.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}

/// <summary>Takes a node that goes out of the rotation.</summary>
sealed class DrainHealthCheck(LiveConnections connections) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(connections.AreMoving ? HealthCheckResult.Unhealthy("This node goes.") : HealthCheckResult.Healthy());
}

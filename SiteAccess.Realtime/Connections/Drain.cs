using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SiteAccess.Realtime.Connections;

/// <summary>
/// On SIGTERM: tells every client to connect elsewhere, and holds the stop up for a moment, so that they can and what was accepted
/// is finished.
/// </summary>
sealed class Drain(LiveConnections connections, IHostApplicationLifetime lifetime, ILogger<Drain> log) : IHostedService, IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
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
        using var patience = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(Look);
        while (connections.Count > 0 && !patience.IsCancellationRequested)
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

namespace SiteAccess.Realtime.Connections;

/// <summary>
/// Measures the lines to the hub's clients. SignalR's own pings go one way, so a few connections at a time are asked for an
/// answer; a client that does not know the question passes it over, and is not counted.
/// </summary>
sealed class LineProbe(LiveConnections connections, TimeProvider clock) : BackgroundService
{
    // So many each time, whatever the number of connections: enough for a picture, too few to be a load.
    const int Sample = 50;

    static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Pace, clock);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            var all = connections.All.OfType<HubConnection>().ToArray();
            Random.Shared.Shuffle(all);
            foreach (var connection in all.Take(Sample))
            {
                connection.Ping();
            }
        }
    }
}

using SiteAccess.Contracts.Hub;
using SiteAccess.Realtime.Connections;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.Delivery;

/// <summary>
/// While this node is cut from the bus it tells its clients so and serves them by position, about once a second; when the bus is
/// back it asks once more, for what was published in between, and events go on. Never more than one poll is under way.
/// </summary>
sealed class BusWatch : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    readonly EventBus _bus;
    readonly PositionPoll _poll;
    readonly DeliveryQueue _queue;
    readonly LiveConnections _connections;
    readonly TimeProvider _clock;
    readonly ILogger<BusWatch> _log;
    readonly Lock _gate = new();
    bool _isLive = true;
    int _owed;

    public BusWatch(
        EventBus bus, PositionPoll poll, DeliveryQueue queue, LiveConnections connections, TimeProvider clock, ILogger<BusWatch> log)
    {
        (_bus, _poll, _queue, _connections, _clock, _log) = (bus, poll, queue, connections, clock, log);
        _bus.ConnectionRestored += (_, _) => Volatile.Write(ref _owed, 1); // also after a cut too short to be seen
    }

    /// <summary>Tells a client that comes during a cut.</summary>
    public void Greet(LiveConnection connection)
    {
        lock (_gate)
        {
            if (!_isLive)
            {
                connection.Tell(HubEvents.ServerBus, new BusState(IsLive: false));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var look = new PeriodicTimer(Look, _clock);
        while (await look.WaitForNextTickAsync(stoppingToken))
        {
            if (!_bus.IsConnected || Volatile.Read(ref _owed) > 0)
            {
                await ServeAsync(stoppingToken);
            }
        }
    }

    async Task ServeAsync(CancellationToken cancellationToken)
    {
        for (var failures = 0; ;)
        {
            var isConnected = _bus.IsConnected;
            if (!isConnected)
            {
                TellAll(isLive: false);
            }

            Volatile.Write(ref _owed, 0);
            failures = await TryPollAsync(cancellationToken) ? 0 : failures + 1;
            if (isConnected && failures == 0 && _bus.IsConnected && Volatile.Read(ref _owed) == 0)
            {
                _poll.Rest();
                await _queue.DeliveredAsync(cancellationToken); // what the poll found comes before the word that all is well
                TellAll(isLive: true);
                return;
            }

            await Task.Delay(Pause(failures), _clock, cancellationToken);
        }
    }

    async Task<bool> TryPollAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _poll.RunAsync(cancellationToken);
            return true;
        }
        catch (ApiException failure)
        {
            _log.LogDebug(failure, "Api could not be asked for what is new");
            return false;
        }
    }

    void TellAll(bool isLive)
    {
        lock (_gate)
        {
            if (_isLive == isLive)
            {
                return;
            }

            _isLive = isLive;
            foreach (var connection in _connections.All)
            {
                connection.Tell(HubEvents.ServerBus, new BusState(isLive));
            }
        }

        if (isLive)
        {
            _log.LogInformation("The bus is back: clients are served by its events again");
        }
        else
        {
            _log.LogWarning("The bus is away: clients are served by position");
        }
    }

    // Nodes that lost the bus together do not ask together.
    static TimeSpan Pause(int failures)
    {
        var pause = Pace * Math.Pow(2, Math.Min(failures, 4));
        return (pause < LongestPause ? pause : LongestPause) * (0.8 + (0.4 * Random.Shared.NextDouble()));
    }
}

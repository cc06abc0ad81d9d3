using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.ServiceDefaults.Presence;

/// <summary>Keeps this process's connections on the <see cref="PresenceBoard"/>: refreshed every 20 s, and at once when Redis is back.</summary>
public sealed class PresenceKeeper : BackgroundService
{
    static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);

    readonly PresenceBoard _board;
    readonly ILogger<PresenceKeeper> _log;
    readonly ConcurrentDictionary<PresenceEntry, bool> _held = [];
    readonly SemaphoreSlim _redisIsBack = new(0, 1);

    /// <summary>Makes the keeper.</summary>
    /// <param name="board">The board.</param>
    /// <param name="bus">Tells when Redis is back.</param>
    /// <param name="log">Tells when Redis was away.</param>
    public PresenceKeeper(PresenceBoard board, EventBus bus, ILogger<PresenceKeeper> log)
    {
        (_board, _log) = (board, log);
        bus.ConnectionRestored += (_, _) => WakeUp();
    }

    /// <summary>Puts a connection on the board and keeps it there. Does not fail when Redis is away: it is put there later.</summary>
    /// <param name="entry">The connection.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Disposing takes it off.</returns>
    public async Task<IAsyncDisposable> HoldAsync(PresenceEntry entry, CancellationToken cancellationToken = default)
    {
        _held.TryAdd(entry, true);
        await TryAsync(() => _board.EnterAsync(entry, cancellationToken));
        return new Hold(this, entry);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _redisIsBack.WaitAsync(Pace, stoppingToken);
            await TryAsync(() => _board.RefreshAsync([.. _held.Keys], stoppingToken));
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _redisIsBack.Dispose();
        base.Dispose();
    }

    void WakeUp()
    {
        if (_redisIsBack.CurrentCount == 0)
        {
            _redisIsBack.Release();
        }
    }

    async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RedisUnavailableException failure)
        {
            _log.LogDebug(failure, "The presence board is out of reach");
        }
    }

    sealed class Hold(PresenceKeeper keeper, PresenceEntry entry) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (keeper._held.TryRemove(entry, out _))
            {
                await keeper.TryAsync(() => keeper._board.LeaveAsync(entry));
            }
        }
    }
}

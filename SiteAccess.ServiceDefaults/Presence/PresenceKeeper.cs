using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Batching;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.ServiceDefaults.Presence;

/// <summary>
/// Keeps this process's connections on the <see cref="PresenceBoard"/>: refreshed every 20 s, and at once when Redis is back. In
/// the channels that it has connections in it also looks every 5 s for the ghosts of processes that died.
/// </summary>
public sealed class PresenceKeeper : BackgroundService
{
    const int RefreshEvery = 4;
    const int MostAtOnce = 1_000;

    static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    readonly PresenceBoard _board;
    readonly ILogger<PresenceKeeper> _log;
    readonly ConcurrentDictionary<PresenceEntry, bool> _held = [];
    readonly NaturalBatch<PresenceEntry, bool> _entering;
    readonly NaturalBatch<PresenceEntry, bool> _leaving;
    readonly SemaphoreSlim _redisIsBack = new(0, 1);

    /// <summary>Makes the keeper.</summary>
    /// <param name="board">The board.</param>
    /// <param name="bus">Tells when Redis is back.</param>
    /// <param name="log">Tells when Redis was away.</param>
    public PresenceKeeper(PresenceBoard board, EventBus bus, ILogger<PresenceKeeper> log)
    {
        (_board, _log) = (board, log);
        _entering = new(MostAtOnce, entries => ForAllAsync(entries, board.RefreshAsync));
        _leaving = new(MostAtOnce, entries => ForAllAsync(entries, board.LeaveAsync));
        bus.ConnectionRestored += (_, _) => WakeUp();
    }

    /// <summary>Puts a connection on the board and keeps it there. Does not fail when Redis is away: it is put there later.</summary>
    /// <param name="entry">The connection.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Disposing takes it off.</returns>
    public async Task<IAsyncDisposable> HoldAsync(PresenceEntry entry, CancellationToken cancellationToken = default)
    {
        _held.TryAdd(entry, true);
        await TryAsync(() => _entering.AskAsync(entry, cancellationToken));
        return new Hold(this, entry);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var round = 1; !stoppingToken.IsCancellationRequested; round++)
        {
            var isBack = await _redisIsBack.WaitAsync(Pace, stoppingToken);
            if (isBack || round % RefreshEvery == 0)
            {
                await TryAsync(() => RefreshAsync(stoppingToken));
            }

            await TryAsync(() => SweepAsync(stoppingToken));
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _redisIsBack.Dispose();
        base.Dispose();
    }

    // Those who come or go at the same moment do it by one command.
    static async Task<IReadOnlyList<bool>> ForAllAsync(
        IReadOnlyList<PresenceEntry> entries, Func<IReadOnlyCollection<PresenceEntry>, CancellationToken, Task> act)
    {
        await act(entries, CancellationToken.None);
        return new bool[entries.Count];
    }

    async Task RefreshAsync(CancellationToken cancellationToken)
    {
        PresenceEntry[] held = [.. _held.Keys];
        await _board.RefreshAsync(held, cancellationToken);

        // Who left meanwhile must not have been put back.
        await _board.LeaveAsync([.. held.Where(entry => !_held.ContainsKey(entry))], cancellationToken);
    }

    async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var channelId in _held.Keys.Select(entry => entry.ChannelId).Distinct())
        {
            await _board.SweepAsync(SenderType.Operator, channelId, cancellationToken);
            await _board.SweepAsync(SenderType.Visitor, channelId, cancellationToken);
        }
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
                await keeper.TryAsync(() => keeper._leaving.AskAsync(entry));
            }
        }
    }
}

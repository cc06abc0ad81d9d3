using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Channels;

/// <summary>
/// The channels by key and id, read at most every <see cref="Freshness"/>: they are few, change rarely, and every visitor's
/// request asks for one.
/// </summary>
sealed class ChannelDirectory(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim _reading = new(1);
    Snapshot? _snapshot;

    public async Task<Channel?> FindByKeyAsync(string key, CancellationToken cancellation) =>
        (await GetAsync(cancellation)).ByKey.GetValueOrDefault(key);

    public async Task<Channel?> FindAsync(Guid id, CancellationToken cancellation) =>
        (await GetAsync(cancellation)).ById.GetValueOrDefault(id);

    /// <summary>Whether any channel allows pages of this origin: all that a preflight, which names no channel, can be asked.</summary>
    public async Task<bool> AllowsAnywhereAsync(string origin, CancellationToken cancellation) =>
        (await GetAsync(cancellation)).Origins.Contains(origin);

    public void Dispose() => _reading.Dispose();

    async Task<Snapshot> GetAsync(CancellationToken cancellation)
    {
        if (IsFresh(_snapshot))
            return _snapshot!;
        await _reading.WaitAsync(cancellation);
        try
        {
            if (!IsFresh(_snapshot))
                _snapshot = await ReadAsync(cancellation);
            return _snapshot!;
        }
        finally
        {
            _reading.Release();
        }
    }

    bool IsFresh(Snapshot? snapshot) => snapshot is not null && clock.GetUtcNow() - snapshot.ReadAt < Freshness;

    async Task<Snapshot> ReadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var channels = await scope.ServiceProvider.GetRequiredService<SiteAccessDb>().Channels.AsNoTracking().ToListAsync(cancellation);
        return new Snapshot(
            clock.GetUtcNow(),
            channels.ToFrozenDictionary(channel => channel.Key),
            channels.ToFrozenDictionary(channel => channel.Id),
            channels.SelectMany(channel => channel.AllowedOrigins).ToFrozenSet());
    }

    sealed record Snapshot(
        DateTimeOffset ReadAt, FrozenDictionary<string, Channel> ByKey, FrozenDictionary<Guid, Channel> ById, FrozenSet<string> Origins);
}

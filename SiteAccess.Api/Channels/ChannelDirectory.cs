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

    public Task<Channel?> FindByKeyAsync(string key, CancellationToken cancellation) =>
        FindAsync(snapshot => snapshot.ByKey.GetValueOrDefault(key), cancellation);

    public Task<Channel?> FindAsync(Guid id, CancellationToken cancellation) =>
        FindAsync(snapshot => snapshot.ById.GetValueOrDefault(id), cancellation);

    /// <summary>The channels whose new conversations go to an operator by themselves.</summary>
    public async Task<IReadOnlyList<Channel>> ListAssigningAsync(CancellationToken cancellation) =>
        [.. (await GetAsync(Freshness, cancellation)).ById.Values.Where(channel => channel.AssignsAutomatically)];

    /// <summary>Whether any channel allows pages of this origin: all that a preflight, which names no channel, can be asked.</summary>
    public async Task<bool> AllowsAnywhereAsync(string origin, CancellationToken cancellation) =>
        (await GetAsync(Freshness, cancellation)).Origins.Contains(origin);

    /// <summary>A channel was changed here: the next question reads them anew. Other instances know within <see cref="Freshness"/>.</summary>
    public void Forget() => _snapshot = null;

    public void Dispose() => _reading.Dispose();

    // What is not found may have been added a moment ago. Those who ask are rate-limited or hold a token.
    async Task<Channel?> FindAsync(Func<Snapshot, Channel?> find, CancellationToken cancellation) =>
        find(await GetAsync(Freshness, cancellation)) ?? find(await GetAsync(TimeSpan.Zero, cancellation));

    async Task<Snapshot> GetAsync(TimeSpan freshness, CancellationToken cancellation)
    {
        var asked = clock.GetUtcNow();
        if (_snapshot is { } known && known.ReadAt > asked - freshness)
            return known;
        await _reading.WaitAsync(cancellation);
        try
        {
            var current = _snapshot;
            if (current is null || current.ReadAt <= asked - freshness)
                _snapshot = current = await ReadAsync(cancellation);
            return current;
        }
        finally
        {
            _reading.Release();
        }
    }

    async Task<Snapshot> ReadAsync(CancellationToken cancellation)
    {
        var readAt = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var channels = await scope.ServiceProvider.GetRequiredService<SiteAccessDb>().Channels.AsNoTracking().ToListAsync(cancellation);
        return new Snapshot(
            readAt,
            channels.ToFrozenDictionary(channel => channel.Key),
            channels.ToFrozenDictionary(channel => channel.Id),
            channels.SelectMany(channel => channel.AllowedOrigins).ToFrozenSet());
    }

    sealed record Snapshot(
        DateTimeOffset ReadAt, FrozenDictionary<string, Channel> ByKey, FrozenDictionary<Guid, Channel> ById, FrozenSet<string> Origins);
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.ServiceDefaults.Access;

/// <summary>
/// The sessions that ended while tokens of theirs may still be good. Every service hears of them on the bus and remembers them as
/// long as such a token lives; so no request has to ask the database whether a session still is.
/// </summary>
/// <param name="bus">Where it is told.</param>
/// <param name="clock">The time.</param>
/// <param name="log">Tells what nobody heard.</param>
public sealed class Revocations(EventBus bus, TimeProvider clock, ILogger<Revocations> log) : IHostedService, IDisposable
{
    // Longer than a token's life by more than the clocks may differ.
    static readonly TimeSpan Memory = TokenMint.OperatorLife + TimeSpan.FromMinutes(2);

    readonly ConcurrentDictionary<Guid, DateTimeOffset> _sessions = [];
    BusSubscription? _subscription;

    /// <summary>Somebody's access has ended. Handlers must not block.</summary>
    public event Action<AccessRevoked>? Revoked;

    /// <summary>Whether a session has ended, as far as this service knows.</summary>
    /// <param name="sessionId">The session.</param>
    public bool HasEnded(Guid sessionId) => _sessions.ContainsKey(sessionId);

    /// <summary>Notes it here and tells the others. When the bus is away they learn it by asking, or when the token ends.</summary>
    /// <param name="revoked">Whose access has ended.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task TellAsync(AccessRevoked revoked, CancellationToken cancellationToken)
    {
        Note(revoked);
        try
        {
            await bus.PublishAsync(
                BusChannels.Access, BusEvents.Of(HubEvents.AccessRevoked, Guid.Empty, revoked), cancellationToken);
        }
        catch (RedisUnavailableException away)
        {
            log.LogWarning("The end of {Count} sessions was not told: {Reason}", revoked.Sessions.Count, away.Message);
        }
    }

    /// <summary>Notes it in this service alone.</summary>
    /// <param name="revoked">Whose access has ended.</param>
    public void Note(AccessRevoked revoked)
    {
        var now = clock.GetUtcNow();
        foreach (var (session, until) in _sessions)
        {
            if (until < now)
            {
                _sessions.TryRemove(session, out _);
            }
        }

        foreach (var session in revoked.Sessions)
        {
            _sessions[session] = now + Memory;
        }

        Revoked?.Invoke(revoked);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = bus.Subscribe(BusChannels.Access, told => Note(told.Read<AccessRevoked>()));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _subscription?.Dispose();
}

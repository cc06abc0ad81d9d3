using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Realtime.Connections;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.Realtime.Access;

/// <summary>
/// Ends connections whose right to be here has ended: their token's time is over, their session was ended, or their visitor was
/// blocked or has become another. The last two are heard on the bus; because that may lose, Api is also asked about the sessions now and then.
/// </summary>
sealed class AccessWatch(
    LiveConnections connections, Revocations revocations, Seats seats, RealtimeApi api, EventBus bus, TimeProvider clock, ILogger<AccessWatch> log)
    : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Ask = TimeSpan.FromMinutes(1);

    volatile bool _mayHaveMissed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        revocations.Revoked += End;
        bus.ConnectionRestored += WhenRestored;
        try
        {
            using var tick = new PeriodicTimer(Look, clock);
            for (var asked = clock.GetTimestamp(); await tick.WaitForNextTickAsync(stoppingToken);)
            {
                EndExpired();
                if (_mayHaveMissed || clock.GetElapsedTime(asked) > Ask)
                {
                    (_mayHaveMissed, asked) = (false, clock.GetTimestamp());
                    await AskAsync(stoppingToken);
                }
            }
        }
        finally
        {
            revocations.Revoked -= End;
            bus.ConnectionRestored -= WhenRestored;
        }
    }

    void WhenRestored(object? sender, EventArgs nothing) => _mayHaveMissed = true;

    void EndExpired()
    {
        var now = clock.GetUtcNow();
        foreach (var connection in connections.All)
        {
            if (connection.ExpiresAt <= now)
            {
                connection.Close(ErrorCodes.AuthExpired);
            }
        }
    }

    void End(AccessRevoked revoked)
    {
        foreach (var connection in connections.All)
        {
            var isBlocked = connection.IsVisitor && revoked.Visitors.Contains(connection.Actor.Id);
            var isMerged = connection.IsVisitor && revoked.Merged?.Contains(connection.Actor.Id) == true;
            if (isBlocked || isMerged || (connection.SessionId is { } session && revoked.Sessions.Contains(session)))
            {
                seats.Forget(connection.Actor);
                connection.Close(isBlocked ? ErrorCodes.VisitorBlocked : isMerged ? ErrorCodes.AuthExpired : ErrorCodes.AuthSessionEnded);
            }
        }
    }

    async Task AskAsync(CancellationToken cancellationToken)
    {
        var sessions = connections.All.Select(connection => connection.SessionId).OfType<Guid>().Distinct();
        try
        {
            foreach (var some in sessions.Chunk(SessionIds.MaxIds))
            {
                var ended = await api.FindEndedAsync(new SessionIds(some), cancellationToken);
                if (ended.Ids.Count > 0)
                {
                    revocations.Note(new AccessRevoked(ended.Ids, []));
                }
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(failure, "Api was not asked about sessions");
        }
    }
}

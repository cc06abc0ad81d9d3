using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Access;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Internal;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Operators;

/// <summary>A live session and whose it is.</summary>
/// <param name="Id">The session.</param>
/// <param name="Owner">The operator.</param>
/// <param name="ExpiresAt">When it ends unless used.</param>
sealed record LiveSession(Guid Id, Operator Owner, DateTimeOffset ExpiresAt);

/// <summary>
/// The operators' sessions. The app's are named by one lasting secret in its cookie. A REST client's refresh token has two
/// halves, <c>secret.rotation</c>: the second is good once, and an old one tells that the token was stolen, which ends the session.
/// </summary>
sealed class OperatorSessions(SiteAccessDb db, Revocations revocations, TimeProvider clock, ILogger<OperatorSessions> log)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    // Sliding by every request would write a row each time.
    static readonly TimeSpan SlideAfter = TimeSpan.FromMinutes(5);

    /// <summary>Begins a session of the operator app.</summary>
    public async Task<(string Secret, LiveSession Session)> StartAppAsync(Operator owner, string? userAgent, string? address, CancellationToken cancellation)
    {
        var secret = Secret.New();
        return (secret, await StartAsync(owner, secret, rotation: null, userAgent, address, cancellation));
    }

    /// <summary>Begins a session of a REST client; answers its first refresh token.</summary>
    public async Task<(string RefreshToken, LiveSession Session)> StartClientAsync(Operator owner, string? userAgent, string? address, CancellationToken cancellation)
    {
        var (secret, rotation) = (Secret.New(), Secret.New());
        return ($"{secret}.{rotation}", await StartAsync(owner, secret, rotation, userAgent, address, cancellation));
    }

    /// <summary>Finds the app's session and lets its end slide; null when it was ended or has expired.</summary>
    public async Task<LiveSession?> UseAppAsync(string secret, CancellationToken cancellation)
    {
        var (hash, now) = (Secret.Hash(secret), clock.Now());
        var session = await FindAsync(hash, now, cancellation);
        if (session is null || session.ExpiresAt - now > Life - SlideAfter)
            return session;
        await db.OperatorSessions.Where(live => live.SecretHash == hash).ExecuteUpdateAsync(
            set => set.SetProperty(live => live.LastUsedAt, now).SetProperty(live => live.ExpiresAt, now + Life), cancellation);
        return session with { ExpiresAt = now + Life };
    }

    /// <summary>Trades a refresh token for the next; null when it is not good (any more).</summary>
    public async Task<(string RefreshToken, LiveSession Session)?> RefreshAsync(string refreshToken, CancellationToken cancellation)
    {
        if (refreshToken.Split('.') is not [var secret, var rotation])
            return null;
        var (hash, rotationHash, now) = (Secret.Hash(secret), Secret.Hash(rotation), clock.Now());
        var next = Secret.New();
        var nextHash = Secret.Hash(next);
        // One transaction: a second use at the same moment ends the session only after the first has its answer.
        var session = await db.InTransactionAsync(
            async aborted => await RotateAsync(hash, rotationHash, nextHash, now, aborted) ? await FindAsync(hash, now, aborted) : null,
            cancellation);
        if (session is not null)
            return ($"{secret}.{next}", session);

        if (await EndAsync(refreshToken, cancellation))
            log.LogWarning("A used refresh token came again: its session was ended");
        return null;
    }

    /// <summary>Ends the session that a secret or any of its refresh tokens names; false when it had ended before.</summary>
    public async Task<bool> EndAsync(string secretOrRefreshToken, CancellationToken cancellation)
    {
        var hash = Secret.Hash(secretOrRefreshToken.Split('.')[0]);
        return await EndAsync(live => live.SecretHash == hash, cancellation) == 1;
    }

    /// <summary>Signs an operator out everywhere; answers how many sessions that ended.</summary>
    public Task<int> EndAllOfAsync(Guid operatorId, CancellationToken cancellation) =>
        EndAsync(live => live.OperatorId == operatorId, cancellation);

    /// <summary>Which of some sessions are over.</summary>
    public async Task<List<Guid>> FindEndedAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var now = clock.Now();
        var live = await db.OperatorSessions
            .Where(session => ids.Contains(session.Id) && session.EndedAt == null && session.ExpiresAt > now)
            .Select(session => session.Id)
            .ToListAsync(cancellation);
        return [.. ids.Except(live)];
    }

    async Task<int> EndAsync(Expression<Func<OperatorSession, bool>> which, CancellationToken cancellation)
    {
        var now = clock.Now();
        var ids = await db.OperatorSessions.Where(which).Where(live => live.EndedAt == null).Select(live => live.Id).ToListAsync(cancellation);
        var count = await db.OperatorSessions
            .Where(live => ids.Contains(live.Id) && live.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(live => live.EndedAt, now), cancellation);
        if (ids.Count > 0)
            await revocations.TellAsync(new AccessRevoked(ids, []), cancellation);
        return count;
    }

    async Task<bool> RotateAsync(byte[] hash, byte[] from, byte[] to, DateTimeOffset now, CancellationToken cancellation) =>
        await db.OperatorSessions
            .Where(live => live.SecretHash == hash && live.RotationHash == from && live.EndedAt == null && live.ExpiresAt > now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(live => live.RotationHash, to)
                    .SetProperty(live => live.LastUsedAt, now)
                    .SetProperty(live => live.ExpiresAt, now + Life),
                cancellation) == 1;

    async Task<LiveSession> StartAsync(
        Operator owner, string secret, string? rotation, string? userAgent, string? address, CancellationToken cancellation)
    {
        var now = clock.Now();
        var session = new OperatorSession
        {
            Id = Guid.CreateVersion7(now),
            OperatorId = owner.Id,
            SecretHash = Secret.Hash(secret),
            RotationHash = rotation is null ? null : Secret.Hash(rotation),
            CreatedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + Life,
            UserAgent = PlainText.Clip(userAgent, 500),
            Address = PlainText.Clip(address, 64),
        };
        db.OperatorSessions.Add(session);
        await db.SaveChangesAsync(cancellation);
        return new LiveSession(session.Id, owner, session.ExpiresAt);
    }

    async Task<LiveSession?> FindAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellation) =>
        await (from session in db.OperatorSessions
               join owner in db.Operators on session.OperatorId equals owner.Id
               where session.SecretHash == hash && session.EndedAt == null && session.ExpiresAt > now
               select new LiveSession(session.Id, owner, session.ExpiresAt)).AsNoTracking().SingleOrDefaultAsync(cancellation);
}

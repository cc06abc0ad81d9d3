using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Access;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.Api.Visitors;

/// <summary>A visitor, and the key for their browser when it needs a new one.</summary>
sealed record Arrived(Visitor Visitor, string? NewKey);

/// <summary>
/// Finds out who comes: the person that the site's signature names, else whose key the browser brings, else somebody new.
/// </summary>
sealed class VisitorArrival(SiteAccessDb db, TimeProvider clock)
{
    public async Task<Arrived> WelcomeAsync(
        Channel channel, StartVisitorSession request, IdentityTrust trust, string? userAgent, CancellationToken cancellation)
    {
        var userId = trust == IdentityTrust.Signed ? request.Identity!.UserId : null;
        try
        {
            return await RecogniseAsync(channel.Id, request, userId, userAgent, cancellation);
        }
        catch (DbUpdateException failure) when (userId is not null || failure is DbUpdateConcurrencyException)
        {
            // Two browsers of one new person came at the same moment, and the other one is stored now; or they were merged with another.
            return await RecogniseAsync(channel.Id, request, userId, userAgent, cancellation);
        }
    }

    /// <summary>Whether the key is one that a browser was given for this channel.</summary>
    public async Task<bool> KnowsAsync(Channel channel, string? key, CancellationToken cancellation) =>
        await FindByKeyAsync(channel.Id, key, cancellation) is not null;

    async Task<Arrived> RecogniseAsync(
        Guid channelId, StartVisitorSession request, string? userId, string? userAgent, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var byKey = await FindByKeyAsync(channelId, request.VisitorKey, cancellation);
        var visitor = userId is null ? byKey : await FindByUserIdAsync(channelId, userId, byKey, cancellation);
        visitor ??= Create(channelId, userId);
        var key = visitor.Id == byKey?.Id ? null : AddKey(visitor);
        Describe(visitor, request, userId is not null, userAgent);
        await db.SaveChangesAsync(cancellation);
        return new Arrived(visitor, key);
    }

    Task<Visitor?> FindByKeyAsync(Guid channelId, string? key, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(key))
            return Task.FromResult<Visitor?>(null);
        var hash = Secret.Hash(key);
        return db.Visitors
            .Where(visitor => visitor.ChannelId == channelId && db.VisitorKeys.Any(known => known.KeyHash == hash && known.VisitorId == visitor.Id))
            .SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The person themselves, or the browser's nameless visitor, who becomes that person.</summary>
    async Task<Visitor?> FindByUserIdAsync(Guid channelId, string userId, Visitor? byKey, CancellationToken cancellation)
    {
        var known = await db.Visitors.SingleOrDefaultAsync(visitor => visitor.ChannelId == channelId && visitor.UserId == userId, cancellation);
        if (known is not null || byKey is not { UserId: null })
            return known;
        byKey.UserId = userId;
        return byKey;
    }

    Visitor Create(Guid channelId, string? userId)
    {
        var now = clock.Now();
        var visitor = new Visitor { Id = Guid.CreateVersion7(now), ChannelId = channelId, UserId = userId, FirstSeenAt = now, LastSeenAt = now };
        db.Visitors.Add(visitor);
        return visitor;
    }

    string AddKey(Visitor visitor)
    {
        var key = Secret.New();
        db.VisitorKeys.Add(new VisitorKey { KeyHash = Secret.Hash(key), VisitorId = visitor.Id, CreatedAt = clock.Now() });
        return key;
    }

    void Describe(Visitor visitor, StartVisitorSession request, bool isSigned, string? userAgent)
    {
        // An unsigned word never renames somebody whom the site has vouched for.
        if (request.Identity is { } identity && (isSigned || visitor.UserId is null))
        {
            visitor.Name = PlainText.Clip(identity.Name, VisitorLimits.Name) ?? visitor.Name;
            visitor.Email = PlainText.Clip(identity.Email, VisitorLimits.Email) ?? visitor.Email;
        }

        visitor.Locale = PlainText.Clip(request.Locale, VisitorLimits.Tag) ?? visitor.Locale;
        visitor.TimeZone = PlainText.Clip(request.TimeZone, VisitorLimits.Tag) ?? visitor.TimeZone;
        visitor.UserAgent = PlainText.Clip(userAgent, VisitorLimits.UserAgent) ?? visitor.UserAgent;
        visitor.Visit(request.Page, clock.Now());
    }
}

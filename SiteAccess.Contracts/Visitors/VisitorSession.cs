using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Conversations;

namespace SiteAccess.Contracts.Visitors;

/// <summary>Starts or goes on with a visitor's session.</summary>
/// <param name="ChannelKey">The public key in the site's tag.</param>
/// <param name="VisitorKey">The secret that this browser was given before, if any.</param>
/// <param name="Identity">Who the site says this is, signed.</param>
/// <param name="Page">The page the visitor is on.</param>
/// <param name="Locale">Language tag (BCP 47).</param>
/// <param name="TimeZone">Time zone (IANA).</param>
public sealed record StartVisitorSession(
    string ChannelKey,
    string? VisitorKey = null,
    VisitorIdentity? Identity = null,
    VisitorPage? Page = null,
    string? Locale = null,
    string? TimeZone = null);

/// <summary>Who the site says the visitor is.</summary>
/// <param name="UserId">The site's own id of this person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="Hash">HMAC-SHA256(channel secret, userId) in lower-case hex.</param>
public sealed record VisitorIdentity(string UserId, string? Name = null, string? Email = null, string? Hash = null);

/// <summary>A page of the site.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Referrer">Where the visitor came from.</param>
public sealed record VisitorPage(string? Url, string? Title = null, string? Referrer = null);

/// <summary>A visitor's session.</summary>
/// <param name="VisitorId">The visitor.</param>
/// <param name="VisitorKey">The secret for this browser to keep; null when the one it sent is still good.</param>
/// <param name="Token">Bearer token for REST and hub.</param>
/// <param name="ExpiresAt">When the token ends, UTC.</param>
/// <param name="Epoch">The system's epoch.</param>
/// <param name="RealtimeUrl">Where the hub is, as an absolute http(s) address without <c>/hubs/live</c>.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Conversation">The visitor's current conversation, if any.</param>
public sealed record VisitorSession(
    Guid VisitorId,
    string? VisitorKey,
    string Token,
    DateTimeOffset ExpiresAt,
    string Epoch,
    string RealtimeUrl,
    WidgetChannel Channel,
    VisitorConversation? Conversation);

using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.ServiceDefaults.Access;

/// <summary>A token and its end.</summary>
/// <param name="Value">The token, as it goes into a header.</param>
/// <param name="ExpiresAt">When it ends, UTC.</param>
public sealed record AccessToken(string Value, DateTimeOffset ExpiresAt);

/// <summary>Makes our tokens (JWT, HS256). Each kind has the longest life that it may have.</summary>
/// <param name="keys">What signs them.</param>
/// <param name="clock">The time.</param>
public sealed class TokenMint(AccessKeys keys, TimeProvider clock)
{
    /// <summary>The life of a visitor's token.</summary>
    public static readonly TimeSpan VisitorLife = TimeSpan.FromHours(24);

    /// <summary>The life of an operator's token.</summary>
    public static readonly TimeSpan OperatorLife = TimeSpan.FromMinutes(5);

    /// <summary>The life of an operator's hub token.</summary>
    public static readonly TimeSpan HubLife = TimeSpan.FromSeconds(60);

    /// <summary>The life of a channel token.</summary>
    public static readonly TimeSpan ChannelLife = TimeSpan.FromHours(24);

    /// <summary>The life of a service's token.</summary>
    public static readonly TimeSpan ServiceLife = TimeSpan.FromMinutes(5);

    readonly JsonWebTokenHandler _handler = new();

    /// <summary>A visitor's token, for 24 hours.</summary>
    /// <param name="visitorId">The visitor.</param>
    /// <param name="channelId">The channel that they came through.</param>
    /// <param name="name">Their name, if known.</param>
    /// <param name="origin">The page's origin, checked against the channel's; null for a client that is no browser.</param>
    public AccessToken Visitor(Guid visitorId, Guid channelId, string? name, string? origin) => Mint(
        visitorId.ToString("D"),
        Purposes.Visitor,
        VisitorLife,
        (AccessClaims.Channel, channelId.ToString("D")),
        (AccessClaims.Name, name),
        (AccessClaims.Origin, origin));

    /// <summary>An operator's token, for 5 minutes.</summary>
    /// <param name="operatorId">The operator.</param>
    /// <param name="name">Their name.</param>
    /// <param name="role">Their role.</param>
    /// <param name="sessionId">The session that it belongs to.</param>
    public AccessToken Operator(Guid operatorId, string name, string role, Guid sessionId) =>
        ForOperator(Purposes.Operator, OperatorLife, operatorId, name, role, sessionId);

    /// <summary>An operator's browser's token for the hub, for 60 seconds.</summary>
    /// <param name="operatorId">The operator.</param>
    /// <param name="name">Their name.</param>
    /// <param name="role">Their role.</param>
    /// <param name="sessionId">The session that it belongs to.</param>
    public AccessToken Hub(Guid operatorId, string name, string role, Guid sessionId) =>
        ForOperator(Purposes.Hub, HubLife, operatorId, name, role, sessionId);

    /// <summary>A token for one conversation's stream on the open channel, for 24 hours.</summary>
    /// <param name="caller">Whom it speaks for: a visitor (their origin goes with it) or an operator (their session does).</param>
    /// <param name="conversationId">The conversation.</param>
    public AccessToken Channel(Caller caller, Guid conversationId) => Mint(
        caller.Id.ToString("D"),
        Purposes.Channel,
        ChannelLife,
        (AccessClaims.Conversation, conversationId.ToString("D")),
        (AccessClaims.Actor, caller.Kind.ToString()),
        (AccessClaims.Name, caller.Name),
        (AccessClaims.Origin, caller.Origin),
        (AccessClaims.Session, caller.Kind == SenderType.Operator ? caller.SessionId.ToString("D") : null));

    /// <summary>A service's token, for 5 minutes.</summary>
    /// <param name="service">The service's name.</param>
    public AccessToken Service(string service) => Mint(service, Purposes.Service, ServiceLife);

    AccessToken ForOperator(string purpose, TimeSpan life, Guid operatorId, string name, string role, Guid sessionId) => Mint(
        operatorId.ToString("D"),
        purpose,
        life,
        (AccessClaims.Name, name),
        (AccessClaims.Role, role),
        (AccessClaims.Session, sessionId.ToString("D")));

    AccessToken Mint(string subject, string purpose, TimeSpan life, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var claims = new Dictionary<string, object>
        {
            [AccessClaims.Subject] = subject,
            [AccessClaims.Purpose] = purpose,
            [AccessClaims.TokenId] = Guid.CreateVersion7().ToString("N"),
        };
        foreach (var (name, value) in more)
        {
            if (value is not null)
            {
                claims[name] = value;
            }
        }

        var now = clock.GetUtcNow();
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = AccessKeys.Issuer,
            Audience = AccessKeys.Issuer,
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + life).UtcDateTime,
            SigningCredentials = keys.Signing,
        });
        return new AccessToken(token, now + life);
    }
}

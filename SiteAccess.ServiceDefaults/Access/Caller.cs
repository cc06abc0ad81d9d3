using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.ServiceDefaults.Access;

/// <summary>
/// Who calls, read from the token. An endpoint takes it as a parameter. Properties that the kind of caller does not have throw:
/// the policy on the group has made sure of the kind.
/// </summary>
/// <param name="principal">The authenticated user.</param>
public sealed class Caller(ClaimsPrincipal principal)
{
    /// <summary>What the token may be used for, one of <see cref="Purposes"/>.</summary>
    public string Purpose => Claim(AccessClaims.Purpose);

    /// <summary>Visitor or operator.</summary>
    public SenderType Kind => Purpose switch
    {
        Purposes.Visitor => SenderType.Visitor,
        Purposes.Channel when Claim(AccessClaims.Actor) == nameof(SenderType.Visitor) => SenderType.Visitor,
        _ => SenderType.Operator,
    };

    /// <summary>The person.</summary>
    public Guid Id => Guid.Parse(Claim(AccessClaims.Subject));

    /// <summary>The person as internal calls name them.</summary>
    public Actor Actor => new(Kind, Id);

    /// <summary>The name to show; null when there is none.</summary>
    public string? Name => principal.FindFirstValue(AccessClaims.Name);

    /// <summary>A visitor's channel.</summary>
    public Guid ChannelId => Guid.Parse(Claim(AccessClaims.Channel));

    /// <summary>The origin of the page that a visitor's token was given to; null when it was no browser.</summary>
    public string? Origin => principal.FindFirstValue(AccessClaims.Origin);

    /// <summary>An operator's role.</summary>
    public string Role => Claim(AccessClaims.Role);

    /// <summary>An operator's session.</summary>
    public Guid SessionId => Guid.Parse(Claim(AccessClaims.Session));

    /// <summary>The session that the token belongs to; null for visitors and services, which have none.</summary>
    public Guid? Session => Guid.TryParse(principal.FindFirstValue(AccessClaims.Session), out var id) ? id : null;

    /// <summary>A channel token's conversation; null for any other token.</summary>
    public Guid? ConversationId => Purpose == Purposes.Channel ? Guid.Parse(Claim(AccessClaims.Conversation)) : null;

    /// <summary>The token's own id.</summary>
    public string TokenId => Claim(AccessClaims.TokenId);

    /// <summary>When the token ends, UTC.</summary>
    public DateTimeOffset ExpiresAt =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(Claim(AccessClaims.ExpiresAt), CultureInfo.InvariantCulture));

    /// <summary>Lets an endpoint take the caller as a parameter.</summary>
    /// <param name="context">The request.</param>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult<Caller?>(new Caller(context.User));

    string Claim(string type) =>
        principal.FindFirstValue(type) ?? throw new InvalidOperationException($"The caller's token has no {type}.");
}

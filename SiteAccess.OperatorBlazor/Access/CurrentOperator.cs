using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.OperatorBlazor.Access;

/// <summary>Who is signed in on this circuit. None of it is ever rendered but name and e-mail.</summary>
/// <param name="Id">The operator.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="Role">One of <see cref="OperatorRoles"/>.</param>
/// <param name="SessionSecret">The opaque session that stands behind the cookie; stays on the server.</param>
public sealed record SignedInOperator(Guid Id, string Name, string Email, string Role, string SessionSecret)
{
    /// <summary>The authentication scheme and type of the app's cookie.</summary>
    public const string Scheme = "SiteAccess.Operator";

    const string SessionClaim = "session";

    /// <summary>What the cookie holds.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new("sub", Id.ToString("D")),
            new("name", Name),
            new("email", Email),
            new("role", Role),
            new(SessionClaim, SessionSecret),
        ],
        Scheme, nameType: "name", roleType: "role"));

    /// <summary>Reads it back; null for somebody who is not signed in.</summary>
    public static SignedInOperator? From(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true } || !Guid.TryParse(principal.FindFirstValue("sub"), out var id))
            return null;
        return principal.FindFirstValue(SessionClaim) is { } secret
            ? new(id, Claim("name"), Claim("email"), Claim("role"), secret)
            : null;

        string Claim(string type) => principal.FindFirstValue(type) ?? "";
    }
}

/// <summary>Tells the services of a circuit who its operator is.</summary>
/// <param name="authentication">The circuit's authentication state.</param>
public sealed class CurrentOperator(AuthenticationStateProvider authentication)
{
    /// <summary>The operator of this circuit.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the page should have asked for authorization.</exception>
    public async Task<SignedInOperator> GetAsync() =>
        await FindAsync() ?? throw new InvalidOperationException("Nobody is signed in here.");

    /// <summary>The operator of this circuit, or null.</summary>
    public async Task<SignedInOperator?> FindAsync() =>
        SignedInOperator.From((await authentication.GetAuthenticationStateAsync()).User);
}

using System.Security.Claims;

namespace Microsoft.IdentityModel.Tokens;

/// <summary>A token.</summary>
public abstract class SecurityToken
{
    /// <summary><c>jti</c>.</summary>
    public abstract string Id { get; }

    /// <summary><c>iss</c>.</summary>
    public abstract string Issuer { get; }

    /// <summary><c>nbf</c>, UTC.</summary>
    public abstract DateTime ValidFrom { get; }

    /// <summary><c>exp</c>, UTC.</summary>
    public abstract DateTime ValidTo { get; }
}

/// <summary>What became of a token's validation.</summary>
public class TokenValidationResult
{
    /// <summary>Whether the token is good.</summary>
    public bool IsValid { get; set; }

    /// <summary>Why it is not.</summary>
    public Exception Exception { get; set; } = null!;

    /// <summary>Who it speaks of, when it is good.</summary>
    public ClaimsIdentity ClaimsIdentity { get; set; } = new();

    /// <summary>The token, when it is good.</summary>
    public SecurityToken SecurityToken { get; set; } = null!;
}

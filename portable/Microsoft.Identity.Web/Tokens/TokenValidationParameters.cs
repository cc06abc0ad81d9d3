namespace Microsoft.IdentityModel.Tokens;

/// <summary>What makes a token good.</summary>
public class TokenValidationParameters
{
    /// <summary>The clock skew allowed unless said otherwise.</summary>
    public static readonly TimeSpan DefaultClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Whether <c>iss</c> is checked.</summary>
    public bool ValidateIssuer { get; set; } = true;

    /// <summary>The only good <c>iss</c>.</summary>
    public string? ValidIssuer { get; set; }

    /// <summary>Whether <c>aud</c> is checked.</summary>
    public bool ValidateAudience { get; set; } = true;

    /// <summary>What <c>aud</c> must name.</summary>
    public string? ValidAudience { get; set; }

    /// <summary>Whether <c>nbf</c> and <c>exp</c> are checked.</summary>
    public bool ValidateLifetime { get; set; } = true;

    /// <summary>Whether a token without <c>exp</c> is refused.</summary>
    public bool RequireExpirationTime { get; set; } = true;

    /// <summary>How far clocks may differ.</summary>
    public TimeSpan ClockSkew { get; set; } = DefaultClockSkew;

    /// <summary>A key.</summary>
    public SecurityKey? IssuerSigningKey { get; set; }

    /// <summary>More keys.</summary>
    public IEnumerable<SecurityKey>? IssuerSigningKeys { get; set; }

    /// <summary>Whether all keys are tried when the token names none of them.</summary>
    public bool TryAllIssuerSigningKeys { get; set; } = true;

    /// <summary>Good algorithms; null is all that are known.</summary>
    public IEnumerable<string>? ValidAlgorithms { get; set; }

    /// <summary>The identity's authentication type.</summary>
    public string? AuthenticationType { get; set; }

    /// <summary>The claim that holds the name.</summary>
    public string NameClaimType { get; set; } = System.Security.Claims.ClaimsIdentity.DefaultNameClaimType;

    /// <summary>The claim that holds roles.</summary>
    public string RoleClaimType { get; set; } = System.Security.Claims.ClaimsIdentity.DefaultRoleClaimType;
}

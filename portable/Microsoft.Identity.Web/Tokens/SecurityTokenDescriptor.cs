namespace Microsoft.IdentityModel.Tokens;

/// <summary>What a new token shall say.</summary>
public class SecurityTokenDescriptor
{
    /// <summary><c>iss</c>.</summary>
    public string? Issuer { get; set; }

    /// <summary><c>aud</c>.</summary>
    public string? Audience { get; set; }

    /// <summary><c>iat</c>, UTC; null is now.</summary>
    public DateTime? IssuedAt { get; set; }

    /// <summary><c>nbf</c>, UTC; null is now.</summary>
    public DateTime? NotBefore { get; set; }

    /// <summary><c>exp</c>, UTC; null is an hour from now.</summary>
    public DateTime? Expires { get; set; }

    /// <summary>All other claims.</summary>
    public IDictionary<string, object>? Claims { get; set; }

    /// <summary>What signs it.</summary>
    public SigningCredentials? SigningCredentials { get; set; }
}

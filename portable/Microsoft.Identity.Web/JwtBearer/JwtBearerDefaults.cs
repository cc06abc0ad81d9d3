namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>The scheme's names.</summary>
public static class JwtBearerDefaults
{
    /// <summary>The scheme, and the word before the token in the Authorization header (RFC 6750).</summary>
    public const string AuthenticationScheme = "Bearer";
}

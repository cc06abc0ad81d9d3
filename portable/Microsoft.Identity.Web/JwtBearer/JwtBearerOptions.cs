using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>Settings of bearer authentication.</summary>
public class JwtBearerOptions : AuthenticationSchemeOptions
{
    /// <summary>What makes a token good.</summary>
    public TokenValidationParameters TokenValidationParameters { get; set; } = new();

    /// <summary>Whether claims get Microsoft's long names; this stand-in never renames them.</summary>
    public bool MapInboundClaims { get; set; }

    /// <summary>Whether a refusal says in the header why.</summary>
    public bool IncludeErrorDetails { get; set; } = true;

    /// <summary>What to do at each step.</summary>
    public new JwtBearerEvents Events
    {
        get => (JwtBearerEvents)base.Events!;
        set => base.Events = value;
    }

    internal JsonWebTokenHandler Handler { get; } = new();
}

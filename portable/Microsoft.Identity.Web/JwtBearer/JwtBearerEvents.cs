using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>Steps of bearer authentication that an application may take part in.</summary>
public class JwtBearerEvents
{
    /// <summary>Before the token is read: may bring it from elsewhere.</summary>
    public Func<MessageReceivedContext, Task> OnMessageReceived { get; set; } = _ => Task.CompletedTask;

    /// <summary>The token is good: may still refuse it.</summary>
    public Func<TokenValidatedContext, Task> OnTokenValidated { get; set; } = _ => Task.CompletedTask;

    /// <summary>The token is bad.</summary>
    public Func<AuthenticationFailedContext, Task> OnAuthenticationFailed { get; set; } = _ => Task.CompletedTask;

    /// <summary>Before 401 is answered.</summary>
    public Func<JwtBearerChallengeContext, Task> OnChallenge { get; set; } = _ => Task.CompletedTask;
}

/// <summary>Before the token is read.</summary>
public class MessageReceivedContext(HttpContext context, AuthenticationScheme scheme, JwtBearerOptions options)
    : ResultContext<JwtBearerOptions>(context, scheme, options)
{
    /// <summary>The token, if not from the header.</summary>
    public string? Token { get; set; }
}

/// <summary>The token is good.</summary>
public class TokenValidatedContext(HttpContext context, AuthenticationScheme scheme, JwtBearerOptions options)
    : ResultContext<JwtBearerOptions>(context, scheme, options)
{
    /// <summary>The token.</summary>
    public SecurityToken SecurityToken { get; set; } = null!;
}

/// <summary>The token is bad.</summary>
public class AuthenticationFailedContext(HttpContext context, AuthenticationScheme scheme, JwtBearerOptions options)
    : ResultContext<JwtBearerOptions>(context, scheme, options)
{
    /// <summary>Why.</summary>
    public Exception Exception { get; set; } = null!;
}

/// <summary>Before 401 is answered.</summary>
public class JwtBearerChallengeContext(
    HttpContext context, AuthenticationScheme scheme, JwtBearerOptions options, AuthenticationProperties properties)
    : PropertiesContext<JwtBearerOptions>(context, scheme, options, properties)
{
    /// <summary>Why authentication failed, if there was a token.</summary>
    public Exception? AuthenticateFailure { get; set; }

    /// <summary>Whether the application has answered itself.</summary>
    public bool Handled { get; private set; }

    /// <summary>The application has answered itself.</summary>
    public void HandleResponse() => Handled = true;
}

using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>Authenticates requests by a bearer token (RFC 6750).</summary>
public class JwtBearerHandler(IOptionsMonitor<JwtBearerOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<JwtBearerOptions>(options, logger, encoder)
{
    const string Prefix = "Bearer ";

    /// <summary>What the application takes part in.</summary>
    protected new JwtBearerEvents Events
    {
        get => (JwtBearerEvents)base.Events!;
        set => base.Events = value;
    }

    /// <inheritdoc/>
    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new JwtBearerEvents());

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var received = new MessageReceivedContext(Context, Scheme, Options);
        await Events.OnMessageReceived(received);
        if (received.Result is not null)
        {
            return received.Result;
        }

        if ((received.Token ?? FromHeader()) is not { Length: > 0 } token)
        {
            return AuthenticateResult.NoResult();
        }

        var verdict = await Options.Handler.ValidateTokenAsync(token, Options.TokenValidationParameters);
        if (!verdict.IsValid)
        {
            var failed = new AuthenticationFailedContext(Context, Scheme, Options) { Exception = verdict.Exception };
            await Events.OnAuthenticationFailed(failed);
            return failed.Result ?? AuthenticateResult.Fail(failed.Exception);
        }

        var validated = new TokenValidatedContext(Context, Scheme, Options)
        {
            Principal = new ClaimsPrincipal(verdict.ClaimsIdentity),
            SecurityToken = verdict.SecurityToken,
        };
        validated.Properties.IssuedUtc = AsOffset(verdict.SecurityToken.ValidFrom);
        validated.Properties.ExpiresUtc = AsOffset(verdict.SecurityToken.ValidTo);
        await Events.OnTokenValidated(validated);
        if (validated.Result is null)
        {
            validated.Success();
        }

        return validated.Result!;
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var authenticated = await HandleAuthenticateOnceSafeAsync();
        var challenge = new JwtBearerChallengeContext(Context, Scheme, Options, properties)
        {
            AuthenticateFailure = authenticated.Failure,
        };
        await Events.OnChallenge(challenge);
        if (challenge.Handled)
        {
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        var reason = challenge.AuthenticateFailure is not null && Options.IncludeErrorDetails ? " error=\"invalid_token\"" : "";
        Response.Headers.Append(HeaderNames.WWWAuthenticate, JwtBearerDefaults.AuthenticationScheme + reason);
    }

    string? FromHeader()
    {
        var header = Request.Headers.Authorization.ToString();
        return header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : null;
    }

    static DateTimeOffset? AsOffset(DateTime time) => time == DateTime.MinValue ? null : new DateTimeOffset(time, TimeSpan.Zero);
}

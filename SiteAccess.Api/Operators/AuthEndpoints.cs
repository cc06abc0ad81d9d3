using Microsoft.AspNetCore.Http.HttpResults;
using SiteAccess.Api.Limits;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Operators;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Operators;

/// <summary>Signing in for clients of the REST API. (The operator app uses the internal sessions.)</summary>
static class AuthEndpoints
{
    public static void MapAuth(this RouteGroupBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Sign-in").AllowAnonymous().RequireRateLimiting(LimitNames.SigningIn);
        auth.MapPost("/login", SignInAsync).Validate<SignIn>().ProducesProblem(401).ProducesProblem(429);
        auth.MapPost("/refresh", RefreshAsync).Validate<RefreshSession>().ProducesProblem(401);
        auth.MapPost("/logout", SignOutAsync).Validate<RefreshSession>();
    }

    /// <summary>The refusal of a sign-in, for both doors.</summary>
    public static ProblemHttpResult Refusal(SignInOutcome outcome) => outcome.Error == ErrorCodes.AuthLockedOut
        ? Problem.Of(429, ErrorCodes.AuthLockedOut, "Too many failed sign-ins", retryAfter: outcome.RetryAfter)
        : Problem.Of(401, ErrorCodes.AuthInvalidCredentials, "E-mail or password is wrong");

    public static ProblemHttpResult SessionEnded() => Problem.Of(401, ErrorCodes.AuthSessionEnded, "The session has ended: sign in again");

    static async Task<Results<Ok<OperatorTokens>, ProblemHttpResult>> SignInAsync(
        SignIn request, HttpContext context, PasswordSignIn door, OperatorSessions sessions, TokenMint mint, CancellationToken aborted)
    {
        var outcome = await door.TryAsync(request.Email, request.Password, aborted);
        if (outcome.Operator is not { } person)
            return Refusal(outcome);
        var (refreshToken, session) = await sessions.StartClientAsync(
            person, context.Request.Headers.UserAgent, context.Connection.RemoteIpAddress?.ToString(), aborted);
        return Tokens(mint, refreshToken, session);
    }

    static async Task<Results<Ok<OperatorTokens>, ProblemHttpResult>> RefreshAsync(
        RefreshSession request, OperatorSessions sessions, TokenMint mint, CancellationToken aborted) =>
        await sessions.RefreshAsync(request.RefreshToken, aborted) is var (refreshToken, session)
            ? Tokens(mint, refreshToken, session)
            : SessionEnded();

    static async Task<NoContent> SignOutAsync(RefreshSession request, OperatorSessions sessions, CancellationToken aborted)
    {
        await sessions.EndAsync(request.RefreshToken, aborted);
        return TypedResults.NoContent();
    }

    static Ok<OperatorTokens> Tokens(TokenMint mint, string refreshToken, LiveSession session)
    {
        var token = mint.For(session);
        return TypedResults.Ok(new OperatorTokens(token.Value, refreshToken, token.ExpiresAt, session.Owner.ToView()));
    }
}

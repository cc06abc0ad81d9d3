using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Access;

/// <summary>Ends the session, here and at Api.</summary>
static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder app) => app.MapPost("/sign-out", SignOutAsync);

    // The empty form parameter makes the framework check the antiforgery token.
    static async Task<RedirectHttpResult> SignOutAsync(
        [FromForm] string? reason, HttpContext http, SessionsClient sessions, AccessTokens tokens, ILogger<SessionsClient> log)
    {
        if (SignedInOperator.From(http.User) is { } who)
        {
            tokens.Forget(who.SessionSecret);
            await EndAsync(who.SessionSecret);
        }
        await http.SignOutAsync(SignedInOperator.Scheme);
        return TypedResults.LocalRedirect($"{LocalUrl.SignInPath}?reason={reason ?? SignInReasons.SignedOut}");

        async Task EndAsync(string secret)
        {
            try
            {
                await sessions.EndAsync(secret, http.RequestAborted);
            }
            catch (ApiException refusal)
            {
                // The cookie goes in any case; the session ends by itself at its term.
                log.LogWarning(refusal, "Api did not end a session that was signed out");
            }
        }
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Internal;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Operators;

/// <summary>The operator app's sessions: it keeps an opaque secret in its cookie and fetches access tokens with it.</summary>
static class InternalSessionEndpoints
{
    public static void MapOperatorSessions(this RouteGroupBuilder inside)
    {
        var sessions = inside.MapGroup("/operator-sessions");
        sessions.MapPost("/", StartAsync);
        sessions.MapPost("/token", GetTokenAsync);
        sessions.MapDelete("/", EndAsync);
        sessions.MapPost("/ended", FindEndedAsync);
    }

    static async Task<Results<Ok<OperatorSessionView>, ProblemHttpResult>> StartAsync(
        StartOperatorSession request, PasswordSignIn door, OperatorSessions sessions, CancellationToken aborted)
    {
        var outcome = await door.TryAsync(request.Email, request.Password, aborted);
        if (outcome.Operator is not { } person)
            return AuthEndpoints.Refusal(outcome);
        var (secret, session) = await sessions.StartAppAsync(person, request.UserAgent, request.Address, aborted);
        return TypedResults.Ok(new OperatorSessionView(secret, session.ExpiresAt, person.ToView()));
    }

    static async Task<Results<Ok<OperatorAccess>, ProblemHttpResult>> GetTokenAsync(
        OperatorSessionRef request, OperatorSessions sessions, TokenMint mint, CancellationToken aborted)
    {
        if (await sessions.UseAppAsync(request.SessionSecret, aborted) is not { } session)
            return AuthEndpoints.SessionEnded();
        var token = mint.For(session);
        return TypedResults.Ok(new OperatorAccess(token.Value, token.ExpiresAt, session.Owner.ToView()));
    }

    // What Realtime asks about the connections it holds: the news that a session ended may have been lost.
    static async Task<Results<Ok<SessionIds>, ProblemHttpResult>> FindEndedAsync(
        SessionIds request, OperatorSessions sessions, CancellationToken aborted) => request.Ids.Count <= SessionIds.MaxIds
            ? TypedResults.Ok(new SessionIds(await sessions.FindEndedAsync(request.Ids, aborted)))
            : RequestValidation.Invalid("ids", $"At most {SessionIds.MaxIds}.");

    static async Task<NoContent> EndAsync([FromBody] OperatorSessionRef request, OperatorSessions sessions, CancellationToken aborted)
    {
        await sessions.EndAsync(request.SessionSecret, aborted);
        return TypedResults.NoContent();
    }
}

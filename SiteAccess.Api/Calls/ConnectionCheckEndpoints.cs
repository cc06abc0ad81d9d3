using Microsoft.AspNetCore.Http.HttpResults;
using SiteAccess.Api.Limits;
using SiteAccess.Contracts.Calls;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Calls;

/// <summary>Lets a visitor or operator try whether their network reaches the relay, before any call.</summary>
static class ConnectionCheckEndpoints
{
    static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    public static void MapConnectionChecks(this RouteGroupBuilder api) =>
        api.MapPost("/connection-checks", Issue).WithTags("Calls").RequireRateLimiting(LimitNames.Checking);

    static Ok<IceServersView> Issue(Caller caller, TurnCredentials credentials) =>
        TypedResults.Ok(credentials.Issue($"check-{caller.Id:N}", Life));
}

using Microsoft.AspNetCore.Http.HttpResults;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Limits;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Visitors;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Visitors;

static class VisitorEndpoints
{
    public static void MapVisitorSessions(this RouteGroupBuilder widget) => widget.MapPost("/sessions", StartAsync)
        .WithTags("Visitors")
        .AllowAnonymous()
        .RequireRateLimiting(LimitNames.Arriving)
        .Validate<StartVisitorSession>()
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound);

    static async Task<Results<Ok<VisitorSession>, ProblemHttpResult>> StartAsync(
        StartVisitorSession request,
        HttpContext context,
        ChannelDirectory channels,
        VisitorArrival arrival,
        VisitorSessions sessions,
        PageReports pages,
        CancellationToken aborted)
    {
        if (await channels.FindByKeyAsync(request.ChannelKey, aborted) is not { } channel)
            return Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.ChannelUnknown, "No channel has this key");
        if (!OriginGuard.Allows(channel, context) && !await IsOwnWindowAsync(channel, request, context, arrival, aborted))
            return Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.ChannelOriginRefused, "The channel does not allow this page's origin");
        var trust = IdentityProof.Judge(channel, request.Identity);
        if (trust == IdentityTrust.Refused)
            return Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.IdentityInvalid, "The identity's hash is missing or wrong");

        var headers = context.Request.Headers;
        var arrived = await arrival.WelcomeAsync(channel, request, trust, headers.UserAgent, aborted);
        if (arrived.Visitor.BlockedAt is not null)
            return VisitorGuard.Blocked();
        await pages.NoteAsync(arrived.Visitor, aborted);
        return TypedResults.Ok(await sessions.OpenAsync(channel, arrived, headers.Origin, aborted));
    }

    // The window knows the visitor only from an allowed page; who brings no key came another way.
    static async Task<bool> IsOwnWindowAsync(
        Channel channel, StartVisitorSession request, HttpContext context, VisitorArrival arrival, CancellationToken aborted) =>
        OwnWindow.IsOriginOf(context.Request) && await arrival.KnowsAsync(channel, request.VisitorKey, aborted);
}

using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Visitors;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.Api.Visitors;

/// <summary>The operators' side: what they know of a visitor, who is the same person, and who is kept out.</summary>
static class VisitorDeskEndpoints
{
    const int PageSize = 50;

    public static void MapVisitors(this RouteGroupBuilder api)
    {
        var visitors = api.MapGroup("/visitors").WithTags("Visitors");
        visitors.MapGet("/blocked", ListBlockedAsync).ProducesProblem(StatusCodes.Status400BadRequest);
        visitors.MapGet("/live", ListLiveAsync).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        var visitor = visitors.MapGroup("/{id:guid}");
        visitor.MapPatch("/", ChangeAsync).Validate<ChangeVisitor>().ProducesProblem(StatusCodes.Status404NotFound);
        visitor.MapPost("/conversation", StartAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status403Forbidden);
        visitor.MapPut("/block", BlockAsync).ProducesProblem(StatusCodes.Status404NotFound);
        visitor.MapDelete("/block", UnblockAsync).ProducesProblem(StatusCodes.Status404NotFound);
        visitor.MapGet("/matches", ListMatchesAsync).ProducesProblem(StatusCodes.Status404NotFound);
        visitor.MapPost("/merge", MergeAsync).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    static async Task<Results<Ok<BlockedVisitors>, ProblemHttpResult>> ListBlockedAsync(
        string? cursor, Caller caller, SiteAccessDb db, CancellationToken aborted)
    {
        var after = ConversationCursor.Top;
        if (cursor is not null && !ConversationCursor.TryParse(cursor, out after))
            return RequestValidation.Invalid("cursor", "Not a nextCursor of this list.");
        var channels = await db.ChannelsOf(caller.Id).Select(channel => channel.Id).ToArrayAsync(aborted);
        return TypedResults.Ok(await db.BlockedAsync(channels, after, PageSize, aborted));
    }

    static async Task<Results<Ok<LiveVisitors>, ProblemHttpResult>> ListLiveAsync(
        string? cursor, Caller caller, LiveVisitorReader reader, CancellationToken aborted)
    {
        var after = ConversationCursor.Top;
        if (cursor is not null && !ConversationCursor.TryParse(cursor, out after))
            return RequestValidation.Invalid("cursor", "Not a nextCursor of this list.");
        try
        {
            return TypedResults.Ok(await reader.PageAsync(caller.Id, after, aborted));
        }
        catch (RedisUnavailableException)
        {
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, ErrorCodes.ServerUnavailable, "Who is there is not known at present");
        }
    }

    static async Task<Results<Ok<ConversationRef>, ProblemHttpResult>> StartAsync(
        Guid id, Caller caller, ConversationStart start, CancellationToken aborted) =>
        await start.StartAsync(caller.Id, id, aborted) switch
        {
            (var started, null) => TypedResults.Ok(new ConversationRef(started)),
            (_, ErrorCodes.VisitorBlocked) => VisitorGuard.Blocked(),
            _ => NotYours(),
        };

    static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeVisitor request, Caller caller, VisitorDesk desk, CancellationToken aborted) =>
        Answer(await desk.ChangeAsync(caller.Id, id, request, aborted));

    static async Task<Results<NoContent, ProblemHttpResult>> BlockAsync(Guid id, Caller caller, VisitorDesk desk, CancellationToken aborted) =>
        Answer(await desk.BlockAsync(caller.Id, id, aborted));

    static async Task<Results<NoContent, ProblemHttpResult>> UnblockAsync(Guid id, Caller caller, VisitorDesk desk, CancellationToken aborted) =>
        Answer(await desk.UnblockAsync(caller.Id, id, aborted));

    // Without words: those with the same address.
    static async Task<Results<Ok<List<VisitorMatch>>, ProblemHttpResult>> ListMatchesAsync(
        Guid id, string? search, Caller caller, SiteAccessDb db, CancellationToken aborted)
    {
        var self = await db.VisitorsOf(caller.Id).Where(visitor => visitor.Id == id)
            .Select(visitor => new { visitor.ChannelId, visitor.Email })
            .SingleOrDefaultAsync(aborted);
        if (self is null)
            return NotYours();
        var found = (PlainText.Clip(search, VisitorLimits.Email), self.Email) switch
        {
            ({ } words, _) => db.VisitorsBeginningWith(self.ChannelId, words),
            (_, { } email) => db.VisitorsWithEmail(self.ChannelId, email),
            _ => null,
        };
        return TypedResults.Ok(found is null ? [] : await db.MatchesAsync(found.Where(visitor => visitor.Id != id), aborted));
    }

    static async Task<Results<NoContent, ProblemHttpResult>> MergeAsync(
        Guid id, MergeVisitor request, Caller caller, VisitorMerge merge, CancellationToken aborted) =>
        await merge.MergeAsync(caller.Id, id, request.OtherId, aborted) switch
        {
            null => TypedResults.NoContent(),
            ErrorCodes.VisitorMergeRefused => Problem.Of(
                StatusCodes.Status409Conflict, ErrorCodes.VisitorMergeRefused, "The site vouches for both as different people"),
            _ => NotYours(),
        };

    static Results<NoContent, ProblemHttpResult> Answer(bool isDone) => isDone ? TypedResults.NoContent() : NotYours();

    static ProblemHttpResult NotYours() => Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.NotFound);
}

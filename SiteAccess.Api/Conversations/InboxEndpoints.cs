using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Conversations;

/// <summary>The operators' side: the list, one conversation, and changing it.</summary>
static class InboxEndpoints
{
    const int DefaultPageSize = 50;
    const int MaxPageSize = 200;

    public static void MapInbox(this RouteGroupBuilder api)
    {
        var conversations = api.MapGroup("/conversations").WithTags("Conversations");
        conversations.MapGet("/", ListAsync).ProducesProblem(StatusCodes.Status400BadRequest);
        conversations.MapGet("/{id:guid}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound);
        conversations.MapPatch("/{id:guid}", ChangeAsync).ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static ProblemHttpResult NotYours() => Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.ConversationNotFound);

    /// <param name="status">open, pending, snoozed or resolved, several with commas; all when left out.</param>
    /// <param name="assignee">An operator's id, "me" or "none"; all when left out.</param>
    /// <param name="channel">A channel's id; all of the operator's when left out.</param>
    /// <param name="cursor">The previous page's nextCursor.</param>
    /// <param name="limit">Rows, 1 to 200; 50 when left out.</param>
    static async Task<Results<Ok<ConversationPage>, ProblemHttpResult>> ListAsync(
        Caller caller, SiteAccessDb db, Inbox inbox, CancellationToken aborted,
        string? status = null, string? assignee = null, Guid? channel = null, string? cursor = null, int? limit = null)
    {
        if (!InboxQuery.TryParseStatuses(status, out var statuses))
            return RequestValidation.Invalid("status", "One of open, pending, snoozed, resolved, or several with commas.");
        if (!InboxQuery.TryParseAssignee(assignee, caller.Id, out var assigneeId))
            return RequestValidation.Invalid("assignee", "An operator's id, \"me\" or \"none\".");
        var after = ConversationCursor.Top;
        if (cursor is not null && !ConversationCursor.TryParse(cursor, out after))
            return RequestValidation.Invalid("cursor", "Not a nextCursor of this list.");

        var channels = await db.ChannelsOf(caller.Id)
            .Where(mine => channel == null || mine.Id == channel)
            .Select(mine => mine.Id)
            .ToArrayAsync(aborted);
        var size = Math.Clamp(limit ?? DefaultPageSize, 1, MaxPageSize);
        return TypedResults.Ok(await inbox.PageAsync(new InboxFilter(channels, statuses, assigneeId), after, size, aborted));
    }

    static async Task<Results<Ok<ConversationDetails>, ProblemHttpResult>> GetAsync(
        Guid id, Caller caller, ConversationReader conversations, CancellationToken aborted) =>
        await conversations.FindDetailsAsync(caller.Actor, id, aborted) is { } details ? TypedResults.Ok(details) : NotYours();

    static async Task<Results<Ok<ConversationSummary>, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeConversation request, Caller caller, ConversationDesk desk, CancellationToken aborted)
    {
        if (request.SnoozedUntil is not null && request.Status != ConversationStatus.Snoozed)
            return RequestValidation.Invalid("snoozedUntil", "Goes with the status snoozed only.");
        var (summary, error) = await desk.ChangeAsync(caller.Actor, id, request, aborted);
        return (summary, error) switch
        {
            ({ } changed, _) => TypedResults.Ok(changed),
            (_, ErrorCodes.RequestInvalid) => RequestValidation.Invalid("assigneeId", "No operator of this channel."),
            _ => NotYours(),
        };
    }
}

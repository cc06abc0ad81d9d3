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
    public static void MapInbox(this RouteGroupBuilder api)
    {
        var conversations = api.MapGroup("/conversations").WithTags("Conversations");
        conversations.MapGet("/", ListAsync).ProducesProblem(StatusCodes.Status400BadRequest);
        conversations.MapGet("/{id:guid}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound);
        conversations.MapPost("/changes", BulkChanges.ChangeAsync).ProducesProblem(StatusCodes.Status400BadRequest);
        conversations.MapPatch("/{id:guid}", ChangeAsync).ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static ProblemHttpResult NotYours() => Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.ConversationNotFound);

    static async Task<Results<Ok<ConversationPage>, ProblemHttpResult>> ListAsync(
        [AsParameters] InboxQuery query, Caller caller, SiteAccessDb db, Inbox inbox, CancellationToken aborted)
    {
        if (!query.TryReadStatuses(out var statuses))
            return RequestValidation.Invalid("status", "One of open, pending, snoozed, resolved, or several with commas.");
        if (!query.TryReadAssignee(caller.Id, out var assignee))
            return RequestValidation.Invalid("assignee", "An operator's id, \"me\" or \"none\".");
        if (!query.TryReadMentioned(caller.Id, out var mentioned))
            return RequestValidation.Invalid("mentioned", "Only \"me\".");
        if (!query.TryReadPriority(out var priority))
            return RequestValidation.Invalid("priority", "One of none, low, medium, high, urgent.");
        if (!query.TryReadCursor(out var after))
            return RequestValidation.Invalid("cursor", "Not a nextCursor of this list.");

        var channels = await db.ChannelsOf(caller.Id)
            .Where(mine => query.Channel == null || mine.Id == query.Channel)
            .Select(mine => mine.Id)
            .ToArrayAsync(aborted);
        var filter = new InboxFilter(channels, statuses, assignee, mentioned, priority, query.Label);
        return TypedResults.Ok(await inbox.PageAsync(filter, after, query.Size, aborted));
    }

    static async Task<Results<Ok<ConversationDetails>, ProblemHttpResult>> GetAsync(
        Guid id, Caller caller, ConversationReader conversations, CancellationToken aborted) =>
        await conversations.FindDetailsAsync(caller.Actor, id, aborted) is { } details ? TypedResults.Ok(details) : NotYours();

    static async Task<Results<Ok<ConversationSummary>, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeConversation request, Caller caller, ConversationDesk desk, CancellationToken aborted)
    {
        if (FindFault(request) is { } fault)
            return fault;
        var (summary, error) = await desk.ChangeAsync(caller.Actor, id, request, aborted);
        return (summary, error) switch
        {
            ({ } changed, _) => TypedResults.Ok(changed),
            (_, ErrorCodes.LabelNotFound) => Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.LabelNotFound, "There is no such label"),
            (_, ErrorCodes.RequestInvalid) => RequestValidation.Invalid("assigneeId", "No operator, or no team with an operator, of this channel."),
            _ => NotYours(),
        };
    }

    /// <summary>What is wrong with the form of a change; null when nothing is.</summary>
    public static ProblemHttpResult? FindFault(ChangeConversation request)
    {
        if (request.SnoozedUntil is not null && request.Status != ConversationStatus.Snoozed)
            return RequestValidation.Invalid("snoozedUntil", "Goes with the status snoozed only.");
        return request is { AddLabels.Count: > MaxLabels } or { RemoveLabels.Count: > MaxLabels }
            ? RequestValidation.Invalid("addLabels", $"At most {MaxLabels}.")
            : null;
    }

    const int MaxLabels = 50;
}

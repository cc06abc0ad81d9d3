using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Limits;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Conversations;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Conversations;

/// <summary>The visitor's side: beginning a conversation, and the list of their own.</summary>
static class VisitorConversationEndpoints
{
    const int DefaultPageSize = 20;
    const int MaxPageSize = 100;

    public static void MapVisitorConversations(this RouteGroupBuilder widget)
    {
        var conversations = widget.MapGroup("/conversations").WithTags("Conversations");
        conversations.MapGet("/", ListAsync).ProducesProblem(StatusCodes.Status400BadRequest);
        conversations.MapPost("/", BeginAsync).RequireRateLimiting(LimitNames.Beginning);
    }

    static async Task<Results<Ok<VisitorConversationPage>, ProblemHttpResult>> ListAsync(
        string? cursor, int? limit, Caller caller, VisitorHistory history, CancellationToken aborted)
    {
        var after = ConversationCursor.Top;
        if (cursor is not null && !ConversationCursor.TryParse(cursor, out after))
            return RequestValidation.Invalid("cursor", "Not a nextCursor of this list.");
        var size = Math.Clamp(limit ?? DefaultPageSize, 1, MaxPageSize);
        return TypedResults.Ok(await history.PageAsync(caller.Id, after, size, aborted));
    }

    /// <summary>A conversation nobody has written in yet is begun again: repeating the request, or a second tab, makes no other.</summary>
    static async Task<Results<Created<VisitorConversation>, Ok<VisitorConversation>>> BeginAsync(
        Caller caller, SiteAccessDb db, BeginningTeller teller, TimeProvider clock, CancellationToken aborted)
    {
        var now = clock.Now();
        var id = Guid.CreateVersion7(now);
        var (status, visitorId, channelId) = (Words.Of(ConversationStatus.Open), caller.Id, caller.ChannelId);
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            insert into conversation (id, channel_id, visitor_id, status, last_seq, visitor_delivered_seq, visitor_read_seq,
                operator_delivered_seq, operator_read_seq, unread_by_visitor, unread_by_operators, created_at, last_activity_at)
            values ({id}, {channelId}, {visitorId}, {status}, 0, 0, 0, 0, 0, 0, 0, {now}, {now})
            on conflict (visitor_id) where begun_at is null do nothing
            """,
            aborted);
        if (added == 1)
        {
            await teller.TellAsync(visitorId, channelId, id, aborted);
            return TypedResults.Created($"/api/v1/widget/conversations/{id}", new VisitorConversation(id, ConversationStatus.Open, 0, 0));
        }

        return TypedResults.Ok(await db.Conversations
            .Where(conversation => conversation.VisitorId == visitorId)
            .OrderByDescending(conversation => conversation.CreatedAt)
            .Select(conversation => new VisitorConversation(
                conversation.Id, conversation.Status, conversation.LastSeq, conversation.UnreadByVisitor, conversation.OperatorReadSeq))
            .FirstAsync(aborted));
    }
}

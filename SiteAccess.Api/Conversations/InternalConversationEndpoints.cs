using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Validation;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Conversations;

/// <summary>What Realtime and the operator app ask about who belongs where.</summary>
static class InternalConversationEndpoints
{
    public static void MapInternalConversations(this RouteGroupBuilder inside)
    {
        inside.MapGet("/seats", FindSeatAsync);
        inside.MapGet("/visitors/{visitorId:guid}/conversations", ListOfVisitorAsync);
        inside.MapPost("/positions", ReportAsync);
        inside.MapPost("/positions/find", FindSeenAsync);
    }

    static async Task<Results<Ok<Seat>, ProblemHttpResult>> FindSeatAsync(
        Guid conversationId, SenderType actorKind, Guid actorId, SiteAccessDb db, CancellationToken aborted)
    {
        var found = await db.ConversationsOf(new Actor(actorKind, actorId))
            .Where(conversation => conversation.Id == conversationId)
            .Select(conversation => new
            {
                conversation.ChannelId,
                VisitorName = db.Visitors.Where(visitor => visitor.Id == actorId).Select(visitor => visitor.Name).FirstOrDefault(),
                OperatorName = db.Operators.Where(person => person.Id == actorId).Select(person => person.Name).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(aborted);
        if (found is null)
            return InboxEndpoints.NotYours();
        var name = actorKind == SenderType.Visitor ? VisitorNaming.Display(actorId, found.VisitorName) : found.OperatorName;
        return TypedResults.Ok(new Seat(conversationId, found.ChannelId, actorKind, actorId, name));
    }

    static async Task<Ok<List<ConversationSummary>>> ListOfVisitorAsync(Guid visitorId, SiteAccessDb db, CancellationToken aborted)
    {
        var rows = await db.InboxRows(db.Conversations.Where(conversation => conversation.VisitorId == visitorId))
            .OrderByDescending(row => row.Conversation.CreatedAt)
            .Take(MaxOfVisitor)
            .ToListAsync(aborted);
        return TypedResults.Ok(rows.ConvertAll(row => row.ToSummary()));
    }

    // Joined on every connect: the newest are enough.
    const int MaxOfVisitor = 20;

    static async Task<Results<NoContent, ProblemHttpResult>> ReportAsync(
        ReportPositions request, ReadPositions positions, CancellationToken aborted)
    {
        if (request.Items.Count > ReportPositions.MaxItems)
            return RequestValidation.Invalid("items", $"At most {ReportPositions.MaxItems}.");
        await positions.ReportAsync(request.Items, aborted);
        return TypedResults.NoContent();
    }

    static async Task<Results<Ok<IReadOnlyList<ConversationSeen>>, ProblemHttpResult>> FindSeenAsync(
        FindSeen request, ReadPositions positions, CancellationToken aborted) => request.ConversationIds.Count <= ReportPositions.MaxItems
            ? TypedResults.Ok(await positions.FindAsync(request.ConversationIds, aborted))
            : RequestValidation.Invalid("conversationIds", $"At most {ReportPositions.MaxItems}.");
}

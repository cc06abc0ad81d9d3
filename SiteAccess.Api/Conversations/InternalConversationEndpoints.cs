using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Validation;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Conversations;

/// <summary>What Realtime and the operator app ask about who belongs where.</summary>
static class InternalConversationEndpoints
{
    public static void MapInternalConversations(this RouteGroupBuilder inside)
    {
        inside.MapGet("/seats", FindSeatAsync);
        inside.MapPost("/visitors/conversations", ListOfVisitorsAsync);
        inside.MapPost("/conversations/heads", FindHeadsAsync);
        inside.MapPost("/conversations/news", FindNewsAsync);
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
                conversation.LastSeq,
                VisitorName = db.Visitors.Where(visitor => visitor.Id == actorId).Select(visitor => visitor.Name).FirstOrDefault(),
                OperatorName = db.Operators.Where(person => person.Id == actorId).Select(person => person.Name).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(aborted);
        if (found is null)
            return InboxEndpoints.NotYours();
        var name = actorKind == SenderType.Visitor ? VisitorNaming.Display(actorId, found.VisitorName) : found.OperatorName;
        return TypedResults.Ok(new Seat(conversationId, found.ChannelId, actorKind, actorId, name, found.LastSeq));
    }

    static async Task<Results<Ok<List<VisitorConversations>>, ProblemHttpResult>> ListOfVisitorsAsync(
        AskVisitors request, ConversationHeads heads, CancellationToken aborted) =>
        request.VisitorIds is { Count: <= AskVisitors.MaxItems } ids
            ? TypedResults.Ok(await heads.OfVisitorsAsync(ids, aborted))
            : RequestValidation.Invalid("visitorIds", $"At most {AskVisitors.MaxItems}.");

    static async Task<Results<Ok<HeadsView>, ProblemHttpResult>> FindHeadsAsync(
        AskHeads request, ConversationHeads heads, CancellationToken aborted) =>
        request is { ConversationIds.Count: <= AskHeads.MaxItems, ChannelIds.Count: <= AskHeads.MaxItems }
            ? TypedResults.Ok(await heads.FindAsync(request, aborted))
            : RequestValidation.Invalid("conversationIds", $"At most {AskHeads.MaxItems}.");

    static async Task<Results<Ok<NewsView>, ProblemHttpResult>> FindNewsAsync(
        AskNews request, ConversationNews news, CancellationToken aborted) =>
        request is { Positions.Count: <= AskHeads.MaxItems, Rows.Count: <= AskHeads.MaxItems }
            ? TypedResults.Ok(await news.FindAsync(request, aborted))
            : RequestValidation.Invalid("positions", $"At most {AskHeads.MaxItems}.");

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

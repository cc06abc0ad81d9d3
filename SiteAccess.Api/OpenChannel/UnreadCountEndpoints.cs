using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Validation;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.OpenChannel;

/// <summary>What Realtime asks for the staff's alerts: counts as they are now, for many conversations at once.</summary>
static class UnreadCountEndpoints
{
    public static void MapUnreadCounts(this RouteGroupBuilder inside) => inside.MapPost("/unread-counts", CountAsync);

    static async Task<Results<Ok<List<UnreadCount>>, ProblemHttpResult>> CountAsync(CountUnread request, SiteAccessDb db, CancellationToken aborted)
    {
        if (request.ConversationIds is not { Count: > 0 and <= CountUnread.MaxConversations } ids)
            return RequestValidation.Invalid("conversationIds", $"1 to {CountUnread.MaxConversations} conversations.");
        return TypedResults.Ok(await db.ConversationsOf(new Actor(SenderType.Operator, request.OperatorId))
            .Where(conversation => ids.Contains(conversation.Id))
            .Select(conversation => new UnreadCount(conversation.Id, conversation.UnreadByOperators))
            .ToListAsync(aborted));
    }
}

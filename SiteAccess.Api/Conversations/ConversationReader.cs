using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.Api.Conversations;

/// <summary>Reads single conversations for those who have a part in them.</summary>
sealed class ConversationReader(SiteAccessDb db)
{
    const int MaxPrevious = 20;
    const int MaxPages = 50;
    const int PreviewLength = 140;

    public async Task<ConversationDetails?> FindDetailsAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        var row = await db.InboxRows(db.ConversationsOf(actor).Where(conversation => conversation.Id == id)).SingleOrDefaultAsync(cancellation);
        return row is null ? null : new ConversationDetails(row.ToSummary(), await DetailsAsync(row.Visitor, cancellation), await PreviousAsync(row, cancellation));
    }

    async Task<List<PastConversation>> PreviousAsync(InboxRow row, CancellationToken cancellation)
    {
        var earlier = db.Conversations.Where(conversation =>
            conversation.VisitorId == row.Visitor.Id && conversation.CreatedAt < row.Conversation.CreatedAt && conversation.LastSeq > 0);
        return await earlier
            .OrderByDescending(conversation => conversation.CreatedAt)
            .Take(MaxPrevious)
            .Select(conversation => new PastConversation(
                conversation.Id,
                conversation.Status,
                db.Messages
                    .Where(message => message.ConversationId == conversation.Id && message.Kind != MessageKind.Event)
                    .OrderByDescending(message => message.Seq)
                    .Select(message => message.Body.Substring(0, PreviewLength))
                    .FirstOrDefault(),
                conversation.LastActivityAt))
            .ToListAsync(cancellation);
    }

    async Task<VisitorDetails> DetailsAsync(Visitor visitor, CancellationToken cancellation) => new(
        visitor.Id,
        VisitorNaming.Display(visitor.Id, visitor.Name),
        visitor.Email,
        visitor.Locale,
        visitor.TimeZone,
        visitor.UserAgent,
        visitor.PageUrl,
        visitor.PageTitle,
        visitor.Referrer,
        visitor.FirstSeenAt,
        visitor.LastSeenAt,
        visitor.Attributes,
        await db.VisitorPageViews
            .Where(view => view.VisitorId == visitor.Id)
            .OrderByDescending(view => view.Id)
            .Take(MaxPages)
            .Select(view => new PageSeen(view.Url, view.Title, view.SeenAt))
            .ToListAsync(cancellation),
        visitor.BlockedAt);
}

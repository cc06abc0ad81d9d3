using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Api.Conversations;

/// <summary>
/// Lets an operator speak first. A visitor has one thread that goes on: their last conversation is opened again, and only somebody new gets
/// a first one, which their tabs join at once.
/// </summary>
sealed class ConversationStart(SiteAccessDb db, OutboxPublisher outbox, BeginningTeller teller, TimeProvider clock)
{
    /// <summary>The conversation, or the error code of why there is none.</summary>
    public async Task<(Guid Id, string? Error)> StartAsync(Guid operatorId, Guid visitorId, CancellationToken cancellation)
    {
        var visitor = await db.VisitorsOf(operatorId).AsNoTracking().SingleOrDefaultAsync(found => found.Id == visitorId, cancellation);
        if (visitor is null)
            return (default, ErrorCodes.NotFound);
        if (visitor.BlockedAt is not null)
            return (default, ErrorCodes.VisitorBlocked);
        var (id, isNew, told) = await db.InTransactionAsync<(Guid, bool, Committed?)>(
            async aborted =>
            {
                var isAdded = !await db.Conversations.AnyAsync(known => known.VisitorId == visitorId, aborted) && await AddAsync(visitor, aborted);
                var conversation = await db.Conversations
                    .FromSql($"select * from conversation where visitor_id = {visitorId} order by created_at desc limit 1 for no key update")
                    .SingleAsync(aborted);
                conversation.AssigneeId ??= operatorId;
                if (conversation.Status == ConversationStatus.Resolved)
                    (conversation.Status, conversation.AssigneeId) = (ConversationStatus.Open, operatorId);
                await db.SaveChangesAsync(aborted);
                if (conversation.BegunAt is null)
                    return (conversation.Id, isAdded, null);
                var row = await db.InboxRows(db.Conversations.Where(changed => changed.Id == conversation.Id)).SingleAsync(aborted);
                var fact = Facts.ConversationUpdated(row.ToSummary(), SiteAccessTelemetry.CurrentTraceParent);
                return (conversation.Id, isAdded, await OutboxSql.AddAsync(db, [fact], clock.Now(), aborted));
            },
            cancellation);
        outbox.Tell(told);
        if (isNew)
            await teller.TellAsync(visitorId, visitor.ChannelId, id, cancellation);
        return (id, null);
    }

    // The visitor may begin one in the same moment: there is one empty conversation of a visitor at most.
    async Task<bool> AddAsync(Visitor visitor, CancellationToken cancellation)
    {
        var now = clock.Now();
        return await db.Database.ExecuteSqlAsync(
            $"""
            insert into conversation (id, channel_id, visitor_id, status, last_seq, visitor_delivered_seq, visitor_read_seq,
                operator_delivered_seq, operator_read_seq, unread_by_visitor, unread_by_operators, created_at, last_activity_at)
            values ({Guid.CreateVersion7(now)}, {visitor.ChannelId}, {visitor.Id}, 'open', 0, 0, 0, 0, 0, 0, 0, {now}, {now})
            on conflict (visitor_id) where begun_at is null do nothing
            """,
            cancellation) == 1;
    }
}

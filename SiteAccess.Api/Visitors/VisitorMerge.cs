using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Visitors;

/// <summary>
/// Makes two visitors who are one person one: conversations, browsers' keys and what is known move in one transaction, and the one who is
/// left empty ends. Their browsers come again with the same key, and are the other from then on.
/// </summary>
sealed class VisitorMerge(SiteAccessDb db, OutboxPublisher outbox, Revocations revocations, TimeProvider clock)
{
    /// <summary>Null when it is done, else the error code of why not.</summary>
    public async Task<string?> MergeAsync(Guid operatorId, Guid keptId, Guid otherId, CancellationToken cancellation)
    {
        var (error, told) = await db.InTransactionAsync<(string?, Committed?)>(
            async aborted =>
            {
                // In the order of ids, so that two merges never wait for each other in a ring.
                var both = await db.Visitors
                    .FromSql($"select * from visitor where id in ({keptId}, {otherId}) order by id for update")
                    .ToListAsync(aborted);
                var (kept, other) = (both.Find(visitor => visitor.Id == keptId), both.Find(visitor => visitor.Id == otherId));
                if (kept is null || other is null || kept.Id == other.Id || kept.ChannelId != other.ChannelId
                    || !await db.VisitorsOf(operatorId).AnyAsync(visitor => visitor.Id == keptId, aborted))
                    return (ErrorCodes.NotFound, null);
                if (kept.UserId is not null && other.UserId is not null)
                    return (ErrorCodes.VisitorMergeRefused, null);
                await MoveAsync(keptId, otherId, aborted);
                db.Visitors.Remove(other);
                await db.SaveChangesAsync(aborted);
                kept.Absorb(other);
                await db.SaveChangesAsync(aborted);
                return (null, await db.TellOfVisitorAsync(keptId, clock.Now(), aborted));
            },
            cancellation);
        outbox.Tell(told);
        if (error is null)
            await revocations.TellAsync(new AccessRevoked([], [], [otherId]), cancellation);
        return error;
    }

    async Task MoveAsync(Guid keptId, Guid otherId, CancellationToken cancellation)
    {
        await db.Conversations.Where(empty => empty.VisitorId == otherId && empty.BegunAt == null).ExecuteDeleteAsync(cancellation);

        // The lock that the intake takes as well: no message of the other comes in between.
        var moved = await db.Conversations
            .FromSql($"select * from conversation where visitor_id = {otherId} order by id for no key update")
            .Select(conversation => conversation.Id)
            .ToListAsync(cancellation);
        await db.Messages
            .Where(message => moved.Contains(message.ConversationId) && message.SenderType == Contracts.Messages.SenderType.Visitor)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.SenderId, keptId), cancellation);
        await db.Database.ExecuteSqlAsync($"update conversation set visitor_id = {keptId} where visitor_id = {otherId}", cancellation);
        await db.Database.ExecuteSqlAsync($"update visitor_key set visitor_id = {keptId} where visitor_id = {otherId}", cancellation);
        await db.Database.ExecuteSqlAsync($"update visitor_page_view set visitor_id = {keptId} where visitor_id = {otherId}", cancellation);
    }
}

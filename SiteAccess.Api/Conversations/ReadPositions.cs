using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;
using SiteAccess.ServiceDefaults.Seen;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Api.Conversations;

/// <summary>
/// Keeps how far each side has got. Positions only move forward. They are committed first; telling of them and putting them on
/// the board may fail, and whoever asks next gets them all the same.
/// </summary>
sealed class ReadPositions(SiteAccessDb db, EventBus bus, SeenBoard board, ILogger<ReadPositions> log)
{
    /// <summary>Moves the actor's side; false when the conversation is not theirs.</summary>
    public async Task<bool> ReportAsync(Actor actor, Guid conversationId, long? deliveredSeq, long? readSeq, CancellationToken cancellation)
    {
        if (!await db.ConversationsOf(actor).AnyAsync(conversation => conversation.Id == conversationId, cancellation))
            return false;
        await ReportAsync([new ReportPosition(actor, conversationId, deliveredSeq, readSeq)], cancellation);
        return true;
    }

    /// <summary>Moves many at once; those of conversations that are not the actor's move nothing.</summary>
    public async Task ReportAsync(IReadOnlyList<ReportPosition> positions, CancellationToken cancellation)
    {
        var moved = await db.InTransactionAsync(aborted => ReadPositionsSql.MoveAsync(db, positions, aborted), cancellation);
        if (moved.Count == 0)
            return;
        try
        {
            await Task.WhenAll(
                bus.PublishAsync([.. moved.SelectMany(News)], cancellation), board.WriteAsync(moved.Select(one => one.Seen), cancellation));
        }
        catch (RedisUnavailableException away)
        {
            log.LogDebug("Nobody was told of {Count} positions: {Reason}", moved.Count, away.Message);
        }
    }

    /// <summary>How far both sides of some conversations have got.</summary>
    public async Task<IReadOnlyList<ConversationSeen>> FindAsync(IReadOnlyList<Guid> conversationIds, CancellationToken cancellation)
    {
        var found = await db.Conversations
            .Where(conversation => conversationIds.Contains(conversation.Id))
            .Select(conversation => new ConversationSeen(
                conversation.Id,
                new Reached(conversation.VisitorDeliveredSeq, conversation.VisitorReadSeq),
                new Reached(conversation.OperatorDeliveredSeq, conversation.OperatorReadSeq)))
            .ToListAsync(cancellation);
        try
        {
            await board.WriteAsync(found, cancellation);
        }
        catch (RedisUnavailableException away)
        {
            log.LogDebug("{Count} positions are not on the board: {Reason}", found.Count, away.Message);
        }

        return found;
    }

    static IEnumerable<BusMessage> News(MovedPosition moved)
    {
        if (moved.HasVisitorMoved)
            foreach (var message in News(moved, SenderType.Visitor, moved.Seen.Visitor))
                yield return message;
        if (moved.HaveOperatorsMoved)
            foreach (var message in News(moved, SenderType.Operator, moved.Seen.Operators))
                yield return message;
    }

    // The parties of the conversation hear it, and the channel's staff.
    static BusMessage[] News(MovedPosition moved, SenderType who, Reached reached)
    {
        var id = moved.Seen.ConversationId;
        var text = BusEvents.Write(
            HubEvents.MessageSeen, moved.ChannelId, new SeenView(id, who, reached.DeliveredSeq, reached.ReadSeq), id, null, SiteAccessTelemetry.CurrentTraceParent);
        return [new(BusChannels.Conversation(id), text), new(BusChannels.Staff(moved.ChannelId), text)];
    }
}

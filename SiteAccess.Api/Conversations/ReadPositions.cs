using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.Api.Conversations;

/// <summary>Keeps how far each side has got. Positions only move forward; telling of them may be lost, reading again brings them.</summary>
sealed class ReadPositions(SiteAccessDb db, EventBus bus, ILogger<ReadPositions> log)
{
    /// <summary>Moves the actor's side; false when the conversation is not theirs.</summary>
    public async Task<bool> ReportAsync(Actor actor, Guid conversationId, long? deliveredSeq, long? readSeq, CancellationToken cancellation)
    {
        if (!await db.ConversationsOf(actor).AnyAsync(conversation => conversation.Id == conversationId, cancellation))
            return false;
        var (conversation, hasMoved) = await db.InTransactionAsync(
            async aborted =>
            {
                var locked = await db.Conversations.FromSql($"select * from conversation where id = {conversationId} for no key update").SingleAsync(aborted);
                var moved = locked.Reach(actor.Kind, deliveredSeq ?? 0, readSeq ?? 0);
                if (moved.Read)
                    await CountUnreadAsync(locked, actor.Kind, aborted);
                if (moved.Delivered || moved.Read)
                    await db.SaveChangesAsync(aborted);
                return (locked, moved.Delivered || moved.Read);
            },
            cancellation);
        if (hasMoved)
            await TellAsync(conversation, actor.Kind, cancellation);
        return true;
    }

    async Task CountUnreadAsync(Conversation conversation, SenderType who, CancellationToken cancellation)
    {
        var read = conversation.ReadSeqOf(who);
        var after = db.Messages.Where(message => message.ConversationId == conversation.Id && message.Seq > read);
        if (who == SenderType.Visitor)
            conversation.UnreadByVisitor = await after.CountAsync(message => message.SenderType != SenderType.Visitor, cancellation);
        else
            conversation.UnreadByOperators = await after.CountAsync(message => message.SenderType == SenderType.Visitor, cancellation);
    }

    async Task TellAsync(Conversation conversation, SenderType who, CancellationToken cancellation)
    {
        var seen = new SeenView(conversation.Id, who, conversation.DeliveredSeqOf(who), conversation.ReadSeqOf(who));
        var fact = BusEvents.Of(HubEvents.MessageSeen, conversation.ChannelId, seen, conversation.Id);
        try
        {
            await Task.WhenAll(
                bus.PublishAsync(BusChannels.Conversation(conversation.Id), fact, cancellation),
                bus.PublishAsync(BusChannels.Staff(conversation.ChannelId), fact, cancellation));
        }
        catch (RedisUnavailableException away)
        {
            log.LogDebug("Nobody was told of positions in {ConversationId}: {Reason}", conversation.Id, away.Message);
        }
    }
}

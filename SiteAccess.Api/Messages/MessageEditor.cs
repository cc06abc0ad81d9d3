using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Api.Messages;

/// <summary>
/// Lets authors change and delete what they wrote. Each change takes the next revision of its conversation, under the lock that the
/// intake takes too: whoever names the last revision they know is told of everything after it.
/// </summary>
sealed class MessageEditor(SiteAccessDb db, OutboxPublisher outbox, TimeProvider clock)
{
    /// <summary>The changed message, or the error code of why not.</summary>
    public Task<(MessageView? Message, string? Error)> EditAsync(
        Actor actor, Guid conversationId, Guid messageId, EditMessage change, CancellationToken cancellation) => ChangeAsync(
        actor,
        conversationId,
        messageId,
        isDeletion: false,
        async (conversation, message, now, aborted) =>
        {
            var called = message.Kind == MessageKind.Note ? await MembersAsync(conversation.ChannelId, change.MentionIds, aborted) : null;
            if (message.Body != change.Body || !(message.MentionIds ?? []).ToHashSet().SetEquals(called ?? []))
                message.Edit(change.Body, called, ++conversation.Revision, now);
        },
        cancellation);

    /// <summary>The deleted message, or the error code of why not.</summary>
    public Task<(MessageView? Message, string? Error)> DeleteAsync(
        Actor actor, Guid conversationId, Guid messageId, CancellationToken cancellation) => ChangeAsync(
        actor,
        conversationId,
        messageId,
        isDeletion: true,
        async (conversation, message, now, aborted) =>
        {
            message.Delete(++conversation.Revision, now);
            await db.Attachments.Where(file => file.MessageId == message.Id).ExecuteDeleteAsync(aborted);
        },
        cancellation);

    async Task<(MessageView? Message, string? Error)> ChangeAsync(
        Actor actor,
        Guid conversationId,
        Guid messageId,
        bool isDeletion,
        Func<Conversation, Message, DateTimeOffset, CancellationToken, Task> change,
        CancellationToken cancellation)
    {
        var (view, error, told) = await db.InTransactionAsync<(MessageView?, string?, Committed?)>(
            async aborted =>
            {
                var now = clock.Now();
                if (await db.LockAsync(actor, conversationId, aborted) is not { } conversation)
                    return (null, ErrorCodes.ConversationNotFound, null);
                if (await FindAsync(actor, conversationId, messageId, aborted) is not { } message)
                    return (null, ErrorCodes.MessageNotFound, null);

                // A repeated deletion has happened already.
                if (isDeletion && message.DeletedAt is not null && message.SenderId == actor.Id)
                    return (message.ToView(), null, null);
                if (!message.MayChange(actor, now))
                    return (null, ErrorCodes.MessageLocked, null);

                var revision = conversation.Revision;
                await change(conversation, message, now, aborted);
                await db.SaveChangesAsync(aborted);
                var view = (await db.ViewAsync([message], aborted))[0];
                return (view, null, conversation.Revision == revision ? null : await TellAsync(conversation, message, view, now, aborted));
            },
            cancellation);
        outbox.Tell(told);
        return (view, error);
    }

    // The row of the inbox shows the last message, and whom the notes call.
    async Task<Committed> TellAsync(Conversation conversation, Message message, MessageView view, DateTimeOffset now, CancellationToken cancellation)
    {
        if (message.Kind == MessageKind.Note)
            await RecallAsync(conversation.Id, cancellation);
        var row = await db.InboxRows(db.Conversations.Where(changed => changed.Id == conversation.Id)).SingleAsync(cancellation);
        var trace = SiteAccessTelemetry.CurrentTraceParent;
        return await OutboxSql.AddAsync(
            db, [Facts.MessageUpdated(conversation.ChannelId, view, trace), Facts.ConversationUpdated(row.ToSummary(), trace)], now, cancellation);
    }

    Task<int> RecallAsync(Guid conversationId, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        update conversation set mention_ids = (
            select array_agg(distinct called.operator_id)
            from message m cross join unnest(m.mention_ids) called(operator_id) where m.conversation_id = {conversationId})
        where id = {conversationId}
        """,
        cancellation);

    // A visitor must not even learn that there is a note.
    Task<Message?> FindAsync(Actor actor, Guid conversationId, Guid messageId, CancellationToken cancellation)
    {
        var messages = db.Messages.Where(message => message.ConversationId == conversationId && message.Id == messageId);
        return actor.Kind == SenderType.Operator
            ? messages.SingleOrDefaultAsync(cancellation)
            : messages.SingleOrDefaultAsync(message => message.Kind != MessageKind.Note && message.Kind != MessageKind.Event, cancellation);
    }

    async Task<Guid[]?> MembersAsync(Guid channelId, IReadOnlyList<Guid>? ids, CancellationToken cancellation) =>
        ids is { Count: > 0 } && await db.ChannelMembers
            .Where(member => member.ChannelId == channelId && ids.Contains(member.OperatorId))
            .Select(member => member.OperatorId)
            .ToArrayAsync(cancellation) is { Length: > 0 } called
            ? called
            : null;
}

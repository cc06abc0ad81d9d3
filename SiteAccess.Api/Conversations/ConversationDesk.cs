using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Labels;
using SiteAccess.Api.Messages;
using SiteAccess.Api.Outbox;
using SiteAccess.Api.Teams;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Api.Conversations;

/// <summary>Changes conversations on an operator's word, and tells everybody.</summary>
sealed class ConversationDesk(SiteAccessDb db, OutboxPublisher outbox, TimeProvider clock)
{
    /// <summary>The changed conversation, or the error code of why not.</summary>
    public async Task<(ConversationSummary? Summary, string? Error)> ChangeAsync(
        Actor actor, Guid id, ChangeConversation change, CancellationToken cancellation)
    {
        var (summary, error, told) = await db.InTransactionAsync<(ConversationSummary?, string?, Committed?)>(
            async aborted =>
            {
                if (await db.LockAsync(actor, id, aborted) is not { } conversation)
                    return (null, ErrorCodes.ConversationNotFound, null);
                if (change.AssigneeId is { } assignee && assignee != Guid.Empty && !await IsMemberAsync(conversation.ChannelId, assignee, aborted))
                    return (null, ErrorCodes.RequestInvalid, null);
                if (change.TeamId is { } team && team != Guid.Empty && !await db.TeamsIn(conversation.ChannelId).AnyAsync(found => found.Id == team, aborted))
                    return (null, ErrorCodes.RequestInvalid, null);
                if (!await ConversationLabels.ExistAsync(db, change, aborted))
                    return (null, ErrorCodes.LabelNotFound, null);
                var before = (conversation.Status, conversation.AssigneeId);
                Apply(conversation, change);
                if (before.Status == ConversationStatus.Resolved && conversation.Status == ConversationStatus.Open)
                    conversation.WaitingSince = await UnansweredSinceAsync(id, aborted);
                var events = await db.AddEventsAsync(actor, conversation, before, clock.Now(), aborted);
                await db.SaveChangesAsync(aborted);
                await ConversationLabels.ApplyAsync(db, id, change, clock.Now(), aborted);

                var row = await db.InboxRows(db.Conversations.Where(changed => changed.Id == id)).SingleAsync(aborted);
                var trace = SiteAccessTelemetry.CurrentTraceParent;
                List<Fact> facts =
                [
                    .. events.Select(happened => Facts.MessageReceived(conversation.ChannelId, happened.ToView(), trace)),
                    Facts.ConversationUpdated(row.ToSummary(), trace),
                ];
                return (row.ToSummary(), null, await OutboxSql.AddAsync(db, facts, clock.Now(), aborted));
            },
            cancellation);
        outbox.Tell(told);
        return (summary, error);
    }

    static void Apply(Conversation conversation, ChangeConversation change)
    {
        if (change.Status is { } status)
            conversation.Become(status, change.SnoozedUntil?.ToUniversalTime());
        if (change.TeamId is { } team)
            conversation.TransferTo(team == Guid.Empty ? null : team);
        if (change.AssigneeId is { } assignee)
            conversation.AssigneeId = assignee == Guid.Empty ? null : assignee;
        if (change.Priority is { } priority)
            conversation.Priority = priority;
    }

    // Nobody waits in a resolved conversation; in one that is opened again the visitor waits as they did before.
    async Task<DateTimeOffset?> UnansweredSinceAsync(Guid id, CancellationToken cancellation)
    {
        var answered = await db.Messages
            .Where(message => message.ConversationId == id && message.SenderType == SenderType.Operator && message.Kind != MessageKind.Note
                && message.Kind != MessageKind.Event)
            .MaxAsync(message => (long?)message.Seq, cancellation) ?? 0;
        return await db.Messages
            .Where(message => message.ConversationId == id && message.SenderType == SenderType.Visitor && message.Seq > answered)
            .MinAsync(message => (DateTimeOffset?)message.CreatedAt, cancellation);
    }

    Task<bool> IsMemberAsync(Guid channelId, Guid operatorId, CancellationToken cancellation) => db.ChannelMembers.AnyAsync(
        member => member.ChannelId == channelId && member.OperatorId == operatorId, cancellation);
}

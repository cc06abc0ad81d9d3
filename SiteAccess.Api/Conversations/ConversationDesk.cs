using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Api.Teams;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
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
                if (await LockAsync(actor, id, aborted) is not { } conversation)
                    return (null, ErrorCodes.ConversationNotFound, null);
                if (change.AssigneeId is { } assignee && assignee != Guid.Empty && !await IsMemberAsync(conversation.ChannelId, assignee, aborted))
                    return (null, ErrorCodes.RequestInvalid, null);
                if (change.TeamId is { } team && team != Guid.Empty && !await db.TeamsIn(conversation.ChannelId).AnyAsync(found => found.Id == team, aborted))
                    return (null, ErrorCodes.RequestInvalid, null);
                Apply(conversation, change);
                await db.SaveChangesAsync(aborted);

                var row = await db.InboxRows(db.Conversations.Where(changed => changed.Id == id)).SingleAsync(aborted);
                var fact = Facts.ConversationUpdated(row.ToSummary(), SiteAccessTelemetry.CurrentTraceParent);
                return (row.ToSummary(), null, await OutboxSql.AddAsync(db, [fact], clock.Now(), aborted));
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
    }

    // The lock that the intake takes as well: the summary that is told is of one moment.
    async Task<Conversation?> LockAsync(Actor actor, Guid id, CancellationToken cancellation) =>
        await db.ConversationsOf(actor).AnyAsync(conversation => conversation.Id == id, cancellation)
            ? await db.Conversations.FromSql($"select * from conversation where id = {id} for no key update").SingleOrDefaultAsync(cancellation)
            : null;

    Task<bool> IsMemberAsync(Guid channelId, Guid operatorId, CancellationToken cancellation) => db.ChannelMembers.AnyAsync(
        member => member.ChannelId == channelId && member.OperatorId == operatorId, cancellation);
}

using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;
using SiteAccess.Api.Labels;
using SiteAccess.Api.Messages;
using SiteAccess.Api.Operators;
using SiteAccess.Api.Teams;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Conversations;

static class ConversationQueries
{
    /// <summary>The conversations that somebody has a part in; every read and change starts here, so a stranger finds nothing.</summary>
    public static IQueryable<Conversation> ConversationsOf(this SiteAccessDb db, Actor actor) => actor.Kind switch
    {
        SenderType.Visitor => db.Conversations.Where(conversation => conversation.VisitorId == actor.Id
            && !db.Visitors.Any(visitor => visitor.Id == actor.Id && visitor.BlockedAt != null)),
        SenderType.Operator => db.Conversations.Where(conversation => db.ChannelMembers.Any(
            member => member.ChannelId == conversation.ChannelId && member.OperatorId == actor.Id)),
        _ => db.Conversations.Where(_ => false),
    };

    /// <summary>
    /// A conversation that somebody has a part in, under the lock that the intake takes as well: what is told of it is of one moment.
    /// Null when it is not theirs.
    /// </summary>
    public static async Task<Conversation?> LockAsync(this SiteAccessDb db, Actor actor, Guid id, CancellationToken cancellation) =>
        await db.ConversationsOf(actor).AnyAsync(conversation => conversation.Id == id, cancellation)
            ? await db.Conversations.FromSql($"select * from conversation where id = {id} for no key update").SingleOrDefaultAsync(cancellation)
            : null;

    /// <summary>Conversations with what their row in the inbox shows.</summary>
    public static IQueryable<InboxRow> InboxRows(this SiteAccessDb db, IQueryable<Conversation> conversations) =>
        from conversation in conversations.AsNoTracking()
        join channel in db.Channels.AsNoTracking() on conversation.ChannelId equals channel.Id
        join visitor in db.Visitors.AsNoTracking() on conversation.VisitorId equals visitor.Id
        from assignee in db.Operators.AsNoTracking().Where(person => person.Id == conversation.AssigneeId).DefaultIfEmpty()
        from team in db.Teams.AsNoTracking().Where(team => team.Id == conversation.TeamId).DefaultIfEmpty()
        from last in db.Messages.AsNoTracking()
            .Where(message => message.ConversationId == conversation.Id && message.Kind != MessageKind.Event)
            .OrderByDescending(message => message.Seq)
            .Take(1)
            .DefaultIfEmpty()
        select new InboxRow
        {
            Conversation = conversation,
            Channel = channel,
            Visitor = visitor,
            Assignee = assignee,
            Team = team,
            Last = last,
            Labels = (from tag in db.ConversationLabels
                      join label in db.Labels.AsNoTracking() on tag.LabelId equals label.Id
                      where tag.ConversationId == conversation.Id
                      orderby label.NormalizedName
                      select label).ToList(),
        };
}

/// <summary>A conversation and its neighbours.</summary>
sealed class InboxRow
{
    public required Conversation Conversation { get; init; }

    public required Channel Channel { get; init; }

    public required Visitor Visitor { get; init; }

    public required Operator? Assignee { get; init; }

    public required Team? Team { get; init; }

    public required Message? Last { get; init; }

    public required List<Label> Labels { get; init; }

    public ConversationSummary ToSummary() => new(
        Conversation.Id,
        Channel.Id,
        Channel.Name,
        new VisitorSummary(Visitor.Id, VisitorNaming.Display(Visitor.Id, Visitor.Name), Visitor.Email),
        Conversation.Status,
        Assignee?.Id,
        Assignee?.Name,
        Conversation.LastSeq,
        Conversation.UnreadByOperators,
        Last?.ToView(),
        Conversation.CreatedAt,
        Conversation.LastActivityAt,
        Conversation.WaitingSince,
        Conversation.VisitorReadSeq,
        Team?.Id,
        Team?.Name,
        Conversation.MentionIds,
        Conversation.SnoozedUntil,
        Conversation.Priority,
        Labels.Count == 0 ? null : Labels.ConvertAll(label => label.ToView()));
}

using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Conversations;

namespace SiteAccess.Api.Conversations;

/// <summary>What the inbox shows.</summary>
/// <param name="Channels">The channels, already reduced to the operator's own.</param>
/// <param name="Statuses">The statuses.</param>
/// <param name="Assignee">Whose; <see cref="Guid.Empty"/> for nobody's, null for everybody's.</param>
/// <param name="Mentioned">Whose call in a note; null for all.</param>
/// <param name="Priority">Those of this priority only.</param>
/// <param name="Label">Those with this label only.</param>
sealed record InboxFilter(
    Guid[] Channels,
    ConversationStatus[] Statuses,
    Guid? Assignee,
    Guid? Mentioned = null,
    ConversationPriority? Priority = null,
    Guid? Label = null);

/// <summary>The operators' list of conversations, newest activity first.</summary>
sealed class Inbox(SiteAccessDb db)
{
    public async Task<ConversationPage> PageAsync(InboxFilter filter, ConversationCursor after, int limit, CancellationToken cancellation)
    {
        var rows = await db.InboxRows(Select(filter, after, limit + 1))
            .OrderByDescending(row => row.Conversation.LastActivityAt).ThenByDescending(row => row.Conversation.Id)
            .Take(limit + 1)
            .ToListAsync(cancellation);
        var items = rows.Take(limit).Select(row => row.ToSummary()).ToList();
        var next = rows.Count > limit ? new ConversationCursor(items[^1].LastActivityAt, items[^1].Id).ToString() : null;
        return new ConversationPage(items, next);
    }

    /// <summary>One short index run per channel and status, merged by the caller's order.</summary>
    IQueryable<Conversation> Select(InboxFilter filter, ConversationCursor after, int count)
    {
        var assignee = filter.Assignee switch
        {
            null => "",
            { } nobody when nobody == Guid.Empty => "and c.assignee_id is null",
            _ => "and c.assignee_id = {5}",
        };
        // Those who are called in a conversation are few: they are found first, by their own index.
        var from = filter.Mentioned is null
            ? "conversation c"
            : "(select * from conversation where mention_ids @> array[{8}] and mention_ids is not null offset 0) c";

        // The index of priorities holds those that press, and its own filter has to be named for it to be used.
        var priority = filter.Priority switch
        {
            null => "",
            ConversationPriority.None => "and c.priority = 'none'",
            _ => "and c.priority = {6} and c.priority <> 'none'",
        };
        var label = filter.Label is null
            ? ""
            : "and exists (select from conversation_label tag where tag.label_id = {7} and tag.conversation_id = c.id)";
        var sql = $$"""
            select page.* from unnest({0}) channel(id) cross join unnest({1}) status(word) cross join lateral (
                select c.* from {{from}}
                where c.channel_id = channel.id and c.status = status.word and c.begun_at is not null {{assignee}} {{priority}} {{label}}
                  and (c.last_activity_at, c.id) < ({2}, {3})
                order by c.last_activity_at desc, c.id desc limit {4}) page
            """;
        return db.Conversations.FromSqlRaw(
            sql,
            filter.Channels,
            filter.Statuses.Select(Words.Of).ToArray(),
            after.LastActivityAt,
            after.Id,
            count,
            filter.Assignee ?? Guid.Empty,
            Words.Of(filter.Priority ?? ConversationPriority.None),
            filter.Label ?? Guid.Empty,
            filter.Mentioned ?? Guid.Empty);
    }
}

using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Visitors;
using SiteAccess.ServiceDefaults.Presence;

namespace SiteAccess.Api.Visitors;

/// <summary>Who of an operator's channels is on the site now: those with a connection on the presence board.</summary>
sealed class LiveVisitorReader(SiteAccessDb db, PresenceBoard board)
{
    const int PageSize = 50;

    /// <exception cref="ServiceDefaults.Redis.RedisUnavailableException">The board cannot be asked.</exception>
    public async Task<LiveVisitors> PageAsync(Guid operatorId, ConversationCursor after, CancellationToken cancellation)
    {
        var channels = await db.ChannelsOf(operatorId).Select(channel => channel.Id).ToListAsync(cancellation);
        var lists = await Task.WhenAll(channels.Select(channel => board.ListAsync(SenderType.Visitor, channel, cancellation)));
        var ids = lists.SelectMany(list => list).ToArray();
        var (at, id, more) = (after.LastActivityAt, after.Id, PageSize + 1);
        var found = await (from visitor in db.Visitors.FromSql($"""
                    select * from visitor where id = any({ids})
                        and (coalesce(visit_started_at, first_seen_at), id) < ({at}, {id})
                    """).AsNoTracking()
                join channel in db.Channels on visitor.ChannelId equals channel.Id
                orderby visitor.VisitStartedAt ?? visitor.FirstSeenAt descending, visitor.Id descending
                select new
                {
                    Visitor = visitor,
                    Channel = channel.Name,
                    ConversationId = db.Conversations
                        .Where(row => row.VisitorId == visitor.Id && row.BegunAt != null && row.Status != ConversationStatus.Resolved)
                        .OrderByDescending(row => row.CreatedAt)
                        .Select(row => (Guid?)row.Id)
                        .FirstOrDefault(),
                })
            .Take(more)
            .ToListAsync(cancellation);
        var current = found.ConvertAll(row => row.ConversationId);
        var assignees = await (from row in db.Conversations
                               join person in db.Operators on row.AssigneeId equals person.Id
                               where current.Contains(row.Id)
                               select new { row.Id, person.Name }).ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        var items = found.Take(PageSize).Select(row => new LiveVisitor(
            row.Visitor.Id,
            VisitorNaming.Display(row.Visitor.Id, row.Visitor.Name),
            row.Visitor.Email,
            row.Channel,
            row.Visitor.PageUrl,
            row.Visitor.PageTitle,
            row.Visitor.VisitStartedAt ?? row.Visitor.FirstSeenAt,
            row.ConversationId,
            row.ConversationId is { } open ? assignees.GetValueOrDefault(open) : null)).ToList();
        return new LiveVisitors(items, ids.Length, found.Count > PageSize ? new ConversationCursor(items[^1].Since, items[^1].Id).ToString() : null);
    }
}

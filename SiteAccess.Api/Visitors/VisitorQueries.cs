using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.Api.Visitors;

static class VisitorQueries
{
    const string AfterAll = "\U0010FFFF";
    const int MostMatches = 20;

    /// <summary>The visitors of the channels that an operator answers in.</summary>
    public static IQueryable<Visitor> VisitorsOf(this SiteAccessDb db, Guid operatorId) => db.Visitors.Where(visitor => db.ChannelMembers.Any(
        member => member.ChannelId == visitor.ChannelId && member.OperatorId == operatorId));

    /// <summary>
    /// Visitors of a channel whose name or e-mail begins with some words, whatever their case; each half is one run of its own index. The
    /// end of the run is a value of its own, because a pattern would not be known when the statement is planned.
    /// </summary>
    public static IQueryable<Visitor> VisitorsBeginningWith(this SiteAccessDb db, Guid channelId, string words)
    {
        var from = words.ToLowerInvariant();
        var to = from + AfterAll;
        return db.Visitors.FromSql($"""
            select v.* from visitor v where v.id in (
                (select id from visitor where channel_id = {channelId} and name is not null
                    and lower(name) collate "C" >= {from} and lower(name) collate "C" < {to} limit {MostMatches})
                union
                (select id from visitor where channel_id = {channelId} and email is not null
                    and lower(email) collate "C" >= {from} and lower(email) collate "C" < {to} limit {MostMatches}))
            """);
    }

    /// <summary>Visitors of a channel who have an e-mail address.</summary>
    public static IQueryable<Visitor> VisitorsWithEmail(this SiteAccessDb db, Guid channelId, string email)
    {
        var lower = email.ToLowerInvariant();
        return db.Visitors.FromSql(
            $"""select * from visitor where channel_id = {channelId} and email is not null and lower(email) collate "C" = {lower}""");
    }

    /// <summary>As a choice of who may be the same person, the latest first.</summary>
    public static async Task<List<VisitorMatch>> MatchesAsync(this SiteAccessDb db, IQueryable<Visitor> visitors, CancellationToken cancellation)
    {
        var found = await visitors.AsNoTracking()
            .OrderByDescending(visitor => visitor.LastSeenAt)
            .Take(MostMatches)
            .Select(visitor => new
            {
                visitor.Id,
                visitor.Name,
                visitor.Email,
                visitor.LastSeenAt,
                Count = db.Conversations.Count(conversation => conversation.VisitorId == visitor.Id && conversation.BegunAt != null),
            })
            .ToListAsync(cancellation);
        return found.ConvertAll(visitor => new VisitorMatch(
            visitor.Id, VisitorNaming.Display(visitor.Id, visitor.Name), visitor.Email, visitor.LastSeenAt, visitor.Count));
    }

    /// <summary>A page of the blocked visitors of some channels, the latest first: a run of an index in each channel, merged.</summary>
    public static async Task<BlockedVisitors> BlockedAsync(
        this SiteAccessDb db, Guid[] channels, ConversationCursor after, int count, CancellationToken cancellation)
    {
        var (at, id, more) = (after.LastActivityAt, after.Id, count + 1);
        var found = await (from visitor in db.Visitors.FromSql($"""
                    select page.* from unnest({channels}) channel(id) cross join lateral (
                        select * from visitor v where v.channel_id = channel.id and v.blocked_at is not null and (v.blocked_at, v.id) < ({at}, {id})
                        order by v.blocked_at desc, v.id desc limit {more}) page
                    """).AsNoTracking()
                join channel in db.Channels on visitor.ChannelId equals channel.Id
                from blocker in db.Operators.Where(person => person.Id == visitor.BlockedById).DefaultIfEmpty()
                orderby visitor.BlockedAt descending, visitor.Id descending
                select new BlockedVisitor(
                    visitor.Id, VisitorNaming.Display(visitor.Id, visitor.Name), visitor.Email, channel.Name, visitor.BlockedAt!.Value, blocker == null ? null : blocker.Name))
            .Take(more)
            .ToListAsync(cancellation);
        var items = found.Take(count).ToList();
        return new BlockedVisitors(items, found.Count > count ? new ConversationCursor(items[^1].BlockedAt, items[^1].Id).ToString() : null);
    }
}

using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Internal;

namespace SiteAccess.Api.Conversations;

/// <summary>
/// Where conversations stand, many at once: for nodes whose clients come back all together, and for those that hear nothing from
/// the bus and ask every second. Each question is one statement along an index, whatever the number of conversations.
/// </summary>
sealed class ConversationHeads(SiteAccessDb db)
{
    // Of a channel that somebody watches as a whole; what is older than that has hardly changed within a second.
    const int MaxNewest = 100;

    // Joined on every connect: the newest are enough.
    const int MaxOfVisitor = 20;

    static readonly string[] Statuses = [.. Enum.GetValues<ConversationStatus>().Select(Words.Of)];

    public async Task<HeadsView> FindAsync(AskHeads request, CancellationToken cancellation)
    {
        var epoch = await db.Settings.Where(setting => setting.Name == SystemSetting.Epoch).Select(setting => setting.Value).SingleAsync(cancellation);
        var heads = await Heads(db.Conversations.Where(conversation => request.ConversationIds.Contains(conversation.Id))).ToListAsync(cancellation);
        var newest = request.ChannelIds.Count == 0 ? [] : await NewestAsync(request.ChannelIds, cancellation);
        return new HeadsView(epoch, heads, newest);
    }

    public async Task<List<VisitorConversations>> OfVisitorsAsync(IReadOnlyList<Guid> visitorIds, CancellationToken cancellation)
    {
        var names = await db.Visitors
            .Where(visitor => visitorIds.Contains(visitor.Id))
            .Select(visitor => new { visitor.Id, visitor.Name, visitor.BlockedAt })
            .ToListAsync(cancellation);
        var conversations = await db.Conversations
            .FromSql($"""
                select newest.* from unnest({visitorIds.ToArray()}) visitor(id) cross join lateral (
                    select * from conversation where visitor_id = visitor.id order by created_at desc limit {MaxOfVisitor}) newest
                """)
            .AsNoTracking()
            .Select(conversation => new
            {
                conversation.VisitorId,
                Head = new ConversationHead(
                    conversation.Id, conversation.ChannelId, conversation.LastSeq, conversation.Status, conversation.AssigneeId, conversation.Revision),
            })
            .ToListAsync(cancellation);
        var byVisitor = conversations.ToLookup(found => found.VisitorId, found => found.Head);
        return names.ConvertAll(visitor => new VisitorConversations(
            visitor.Id, VisitorNaming.Display(visitor.Id, visitor.Name), [.. byVisitor[visitor.Id]], visitor.BlockedAt is not null));
    }

    static IQueryable<ConversationHead> Heads(IQueryable<Conversation> conversations) => conversations
        .AsNoTracking()
        .Select(conversation => new ConversationHead(
            conversation.Id, conversation.ChannelId, conversation.LastSeq, conversation.Status, conversation.AssigneeId, conversation.Revision));

    // One short run of the inbox's index per channel and status, as the inbox itself reads it.
    Task<List<ConversationHead>> NewestAsync(IReadOnlyList<Guid> channelIds, CancellationToken cancellation) =>
        Heads(db.Conversations.FromSql($"""
            select newest.* from unnest({channelIds.ToArray()}) channel(id) cross join lateral (
                select page.* from unnest({Statuses}) status(word) cross join lateral (
                    select * from conversation c
                    where c.channel_id = channel.id and c.status = status.word and c.begun_at is not null
                    order by c.last_activity_at desc, c.id desc limit {MaxNewest}) page
                order by page.last_activity_at desc limit {MaxNewest}) newest
            """)).ToListAsync(cancellation);
}

using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Messages;
using SiteAccess.Contracts.Internal;

namespace SiteAccess.Api.Conversations;

/// <summary>What is new in many conversations at once, for nodes that do not hear of it.</summary>
sealed class ConversationNews(SiteAccessDb db)
{
    public async Task<NewsView> FindAsync(AskNews request, CancellationToken cancellation)
    {
        var ids = request.Positions.Select(position => position.ConversationId).ToArray();
        var after = request.Positions.Select(position => position.AfterSeq).ToArray();
        var messages = await db.Messages
            .FromSql($"""
                select later.* from unnest({ids}, {after}) known(id, seq) cross join lateral (
                    select * from message m where m.conversation_id = known.id and m.seq > known.seq
                    order by m.seq limit {AskNews.MaxMessages}) later
                """)
            .AsNoTracking()
            .OrderBy(message => message.ConversationId).ThenBy(message => message.Seq)
            .ToListAsync(cancellation);
        var rows = request.Rows.Count == 0
            ? []
            : await db.InboxRows(db.Conversations.Where(conversation => request.Rows.Contains(conversation.Id))).ToListAsync(cancellation);
        return new NewsView(await db.ViewAsync(messages, cancellation), rows.ConvertAll(row => row.ToSummary()));
    }
}

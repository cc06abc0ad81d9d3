using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Api.Visitors;

static class VisitorNews
{
    // Those that a screen may show now; an older one is read anew when somebody opens it.
    const int Newest = 50;

    /// <summary>The news that a visitor's conversations show another person than before, written in the context's transaction; null when they have none.</summary>
    public static async Task<Committed?> TellOfVisitorAsync(this SiteAccessDb db, Guid visitorId, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = await db.Conversations
            .Where(conversation => conversation.VisitorId == visitorId && conversation.BegunAt != null)
            .OrderByDescending(conversation => conversation.CreatedAt)
            .Take(Newest)
            .Select(conversation => conversation.Id)
            .ToListAsync(cancellation);
        var rows = await db.InboxRows(db.Conversations.Where(conversation => ids.Contains(conversation.Id))).ToListAsync(cancellation);
        var facts = rows.ConvertAll(row => Facts.ConversationUpdated(row.ToSummary(), SiteAccessTelemetry.CurrentTraceParent));
        return facts.Count == 0 ? null : await OutboxSql.AddAsync(db, facts, now, cancellation);
    }
}

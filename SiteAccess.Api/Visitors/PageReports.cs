using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Visitors;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.Api.Visitors;

/// <summary>Keeps the pages of a visitor's present visit, and tells operators where they are.</summary>
sealed class PageReports(SiteAccessDb db, EventBus bus, TimeProvider clock, ILogger<PageReports> log)
{
    const int MostOfVisit = 200;

    /// <summary>Notes that a visitor has come to a page. The same page told again is no second view.</summary>
    public async Task MoveAsync(Guid visitorId, VisitorPage page, CancellationToken cancellation)
    {
        if (await db.Visitors.SingleOrDefaultAsync(visitor => visitor.Id == visitorId, cancellation) is not { } visitor)
            return;
        visitor.Visit(page, clock.Now());
        await db.SaveChangesAsync(cancellation);
        await NoteAsync(visitor, cancellation);
    }

    /// <summary>Notes the page that a visitor has just come to. Pages of earlier visits are forgotten.</summary>
    public async Task NoteAsync(Visitor visitor, CancellationToken cancellation)
    {
        if (visitor is not { PageUrl: { } url, VisitStartedAt: { } begun })
            return;
        var now = clock.Now();
        var (visitorId, title, id) = (visitor.Id, visitor.PageTitle, Guid.CreateVersion7(now));
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            with forgotten as (delete from visitor_page_view where visitor_id = {visitorId} and (seen_at < {begun} or id in (
                select id from visitor_page_view where visitor_id = {visitorId} order by id desc offset {MostOfVisit - 1})))
            insert into visitor_page_view (id, visitor_id, url, title, seen_at)
            select {id}, {visitorId}, {url}, {title}, {now} where not exists (
                select 1 from (select url, seen_at from visitor_page_view where visitor_id = {visitorId} order by id desc limit 1) last
                where last.url = {url} and last.seen_at >= {begun})
            """,
            cancellation);
        if (added > 0)
            await TellAsync(new VisitorMovedView(visitor.ChannelId, visitorId, url, title, now), cancellation);
    }

    async Task TellAsync(VisitorMovedView moved, CancellationToken cancellation)
    {
        // Nobody waits for a bus that is known to be away.
        if (!bus.IsConnected)
            return;
        try
        {
            await bus.PublishAsync(
                BusChannels.Presence(moved.ChannelId), BusEvents.Of(HubEvents.VisitorMoved, moved.ChannelId, moved), cancellation);
        }
        catch (RedisUnavailableException away)
        {
            log.LogDebug("Where {VisitorId} is was not told: {Reason}", moved.VisitorId, away.Message);
        }
    }
}

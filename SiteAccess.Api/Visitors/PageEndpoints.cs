using Microsoft.AspNetCore.Http.HttpResults;
using SiteAccess.Api.Limits;
using SiteAccess.Contracts.Visitors;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Visitors;

static class PageEndpoints
{
    /// <summary>What the widget tells when the visitor has gone to another page of the site.</summary>
    public static void MapPages(this RouteGroupBuilder widget) =>
        widget.MapPost("/pages", MoveAsync).WithTags("Visitors").RequireRateLimiting(LimitNames.Talking);

    static async Task<NoContent> MoveAsync(VisitorPage request, Caller caller, PageReports pages, CancellationToken aborted)
    {
        await pages.MoveAsync(caller.Id, request, aborted);
        return TypedResults.NoContent();
    }
}

using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Visitors;

/// <summary>
/// Refuses visitors who were blocked while a token of theirs is still good. Those who were merged into another are asked to come again:
/// their browser's key is the other's now.
/// </summary>
sealed class VisitorGuard : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var id = new Caller(context.HttpContext.User).Id;
        var db = context.HttpContext.RequestServices.GetRequiredService<SiteAccessDb>();
        var found = await db.Visitors.Where(visitor => visitor.Id == id).Select(visitor => new { visitor.BlockedAt }).SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        return found switch
        {
            null => Problem.Of(StatusCodes.Status401Unauthorized, ErrorCodes.AuthExpired),
            { BlockedAt: not null } => Blocked(),
            _ => await next(context),
        };
    }

    public static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Blocked() =>
        Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.VisitorBlocked, "This visitor was blocked");
}

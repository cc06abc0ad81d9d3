using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Realtime.Connections;

/// <summary>
/// Refuses hub connections from pages that the token was not given to. A visitor's token carries the origin that Api checked
/// against the channel's; an operator's is taken from the operator app's. No Origin header means no browser, and is allowed:
/// the token is a bearer token, not a cookie that a foreign page could borrow.
/// </summary>
sealed class HubOrigin(RequestDelegate next, IConfiguration configuration)
{
    const string OperatorAddress = "PublicUrls:Operator";

    readonly string? _operatorOrigin = Uri.TryCreate(configuration[OperatorAddress], UriKind.Absolute, out var address)
        ? address.GetLeftPart(UriPartial.Authority)
        : null;

    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var isOurs = !context.Request.Path.StartsWithSegments(HubEvents.Path, StringComparison.OrdinalIgnoreCase)
            || origin.Length == 0
            || context.User.Identity?.IsAuthenticated != true // refused as such, further on
            || string.Equals(origin, Expected(new Caller(context.User)), StringComparison.OrdinalIgnoreCase);
        return isOurs
            ? next(context)
            : Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.ChannelOriginRefused).ExecuteAsync(context);
    }

    string? Expected(Caller caller) => caller.Purpose == Purposes.Visitor ? caller.Origin : _operatorOrigin;
}

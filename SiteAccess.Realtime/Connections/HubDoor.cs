using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.OpenChannel;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Realtime.Connections;

/// <summary>
/// Refuses hub connections to a node that goes, and from pages that the token was not given to. A visitor's token carries the origin that Api checked
/// against the channel's; an operator's is taken from the operator app's. No Origin header means no browser, and is allowed:
/// the token is a bearer token, not a cookie that a foreign page could borrow.
/// </summary>
sealed class HubDoor(RequestDelegate next, LiveConnections connections, IConfiguration configuration)
{
    const string OperatorAddress = "PublicUrls:Operator";

    readonly string? _operatorOrigin = Uri.TryCreate(configuration[OperatorAddress], UriKind.Absolute, out var address)
        ? address.GetLeftPart(UriPartial.Authority)
        : null;

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(HubEvents.Path, StringComparison.OrdinalIgnoreCase)
            && !context.Request.Path.StartsWithSegments(OpenChannelNames.Path, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        if (connections.AreMoving)
        {
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, ErrorCodes.ServerUnavailable).ExecuteAsync(context);
        }

        var isStranger = context.User.Identity?.IsAuthenticated != true; // refused as such, by the hub's policy
        return isStranger || IsExpected(context.Request.Headers.Origin.ToString(), new Caller(context.User))
            ? next(context)
            : Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.ChannelOriginRefused).ExecuteAsync(context);
    }

    bool IsExpected(string origin, Caller caller) =>
        origin.Length == 0
        || string.Equals(
            origin, caller.Kind == SenderType.Visitor ? caller.Origin : _operatorOrigin, StringComparison.OrdinalIgnoreCase);
}

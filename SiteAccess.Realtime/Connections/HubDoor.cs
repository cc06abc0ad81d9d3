using System.Globalization;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.OpenChannel;
using SiteAccess.Realtime.Limits;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Http;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Realtime.Connections;

/// <summary>
/// Refuses hub connections to a node that goes, those that come too often, and those from pages that the token was not given to.
/// A visitor's token carries the origin that Api checked against the channel's; an operator's is taken from the operator app's. No Origin header means no browser, and is allowed:
/// the token is a bearer token, not a cookie that a foreign page could borrow.
/// </summary>
sealed class HubDoor(RequestDelegate next, LiveConnections connections, Rates rates, IConfiguration configuration)
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

        // A stranger, and a service, are refused as such by the hub's policy.
        var caller = context.User.HasClaim(claim => claim.Type == AccessClaims.Purpose && claim.Value != Purposes.Service)
            ? new Caller(context.User)
            : null;
        if (rates.CountConnection(ClientAddress.Of(context), caller?.Actor) is { } seconds)
        {
            return TooMany(context, seconds);
        }

        return caller is null || IsExpected(context.Request.Headers.Origin.ToString(), caller)
            ? next(context)
            : Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.ChannelOriginRefused).ExecuteAsync(context);
    }

    static Task TooMany(HttpContext context, int seconds)
    {
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Of(StatusCodes.Status429TooManyRequests, ErrorCodes.RequestTooMany, retryAfter: seconds).ExecuteAsync(context);
    }

    bool IsExpected(string origin, Caller caller) =>
        origin.Length == 0
        || string.Equals(
            origin, caller.Kind == SenderType.Visitor ? caller.Origin : _operatorOrigin, StringComparison.OrdinalIgnoreCase);
}

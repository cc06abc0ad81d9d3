using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Channels;

/// <summary>
/// Refuses a visitor's request from a page that their channel does not allow. Without an Origin it comes from no browser, and
/// the bearer token alone decides.
/// </summary>
sealed class OriginGuard(ChannelDirectory channels) : IEndpointFilter
{
    public static bool Allows(Channel channel, HttpContext context) =>
        context.Request.Headers.Origin.ToString() is not { Length: > 0 } origin || channel.AllowedOrigins.Contains(origin);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var caller = new Caller(context.HttpContext.User);
        var channel = await channels.FindAsync(caller.ChannelId, context.HttpContext.RequestAborted);
        if (channel is null)
            return Problem.Of(StatusCodes.Status404NotFound, ErrorCodes.ChannelUnknown);
        return Allows(channel, context.HttpContext) || OwnWindow.IsOriginOf(context.HttpContext.Request)
            ? await next(context)
            : Problem.Of(StatusCodes.Status403Forbidden, ErrorCodes.ChannelOriginRefused);
    }
}

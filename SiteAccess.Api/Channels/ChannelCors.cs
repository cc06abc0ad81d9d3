using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace SiteAccess.Api.Channels;

/// <summary>
/// Lets pages of the channels' allowed origins call the widget's routes. Which channel a request is for is known only later:
/// <see cref="OriginGuard"/> then checks that it is the right one.
/// </summary>
sealed class ChannelCors(ChannelDirectory channels) : ICorsPolicyProvider
{
    public const string WidgetRoutes = "/api/v1/widget";

    static readonly TimeSpan PreflightLife = TimeSpan.FromMinutes(10);

    public async Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        if (!context.Request.Path.StartsWithSegments(WidgetRoutes, StringComparison.OrdinalIgnoreCase))
            return null;
        var policy = new CorsPolicyBuilder()
            .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Patch, HttpMethods.Delete)
            .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.TraceParent)
            .WithExposedHeaders(HeaderNames.RetryAfter)
            .SetPreflightMaxAge(PreflightLife);
        var origin = context.Request.Headers.Origin.ToString();
        if (await channels.AllowsAnywhereAsync(origin, context.RequestAborted))
            policy.WithOrigins(origin);
        return policy.Build();
    }
}

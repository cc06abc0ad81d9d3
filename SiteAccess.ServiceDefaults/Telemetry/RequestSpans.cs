using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using OpenTelemetry;
using SiteAccess.ServiceDefaults.Health;

namespace SiteAccess.ServiceDefaults.Telemetry;

/// <summary>
/// Gives the framework's server spans what the instrumentation package would have given: a name with the route, the route and
/// the status (OpenTelemetry's HTTP conventions). Health checks are left out of the traces.
/// </summary>
sealed class RequestSpans(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (span is null)
        {
            await next(context);
            return;
        }

        if (HealthExtensions.IsHealthPath(context.Request.Path))
        {
            span.IsAllDataRequested = false;
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            using var whatTheChecksCall = SuppressInstrumentationScope.Begin();
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            Describe(span, context);
        }
    }

    static void Describe(Activity span, HttpContext context)
    {
        var (method, status) = (context.Request.Method, context.Response.StatusCode);
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SiteAccess.ServiceDefaults.Health;
using SiteAccess.ServiceDefaults.Http;
using SiteAccess.ServiceDefaults.Problems;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.ServiceDefaults;

/// <summary>What every service does the same way.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>
    /// Adds telemetry, health, service discovery, resilient HTTP clients, problem details and the wire's JSON. Tokens, event bus
    /// and internal calls are added by those who need them.
    /// </summary>
    /// <param name="builder">The application.</param>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.Services.AddDefaultHealthChecks();
        builder.Services.AddHttpDefaults();
        builder.Services.AddForwardedHeaders(builder.Configuration);
        builder.Services.AddProblems();
        return builder;
    }

    /// <summary>
    /// Puts forwarded headers, span names and problem details around everything that follows: the first line after
    /// <c>builder.Build()</c>. Say UseAuthentication and UseAuthorization after it: left out, the framework puts them before it, and
    /// their refusals have no body.
    /// </summary>
    /// <param name="app">The application.</param>
    public static IApplicationBuilder UseServiceDefaults(this IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestSpans>();
        app.UseProblems();
        return app;
    }
}

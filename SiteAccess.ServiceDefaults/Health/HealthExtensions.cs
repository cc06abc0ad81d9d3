using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SiteAccess.ServiceDefaults.Health;

/// <summary>Says how a service is.</summary>
public static class HealthExtensions
{
    const string LiveTag = "live";
    const string ReadyPath = "/health";
    const string ReadyAlias = "/healthz";
    const string AlivePath = "/alive";

    /// <summary>
    /// Maps <c>/health</c> and its alias <c>/healthz</c> (everything that the service needs to take traffic) and <c>/alive</c>
    /// (whether the process itself responds).
    /// </summary>
    /// <param name="app">The application.</param>
    public static IEndpointRouteBuilder MapDefaultEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(ReadyPath).AllowAnonymous();
        app.MapHealthChecks(ReadyAlias).AllowAnonymous();
        app.MapHealthChecks(AlivePath, new HealthCheckOptions { Predicate = check => check.Tags.Contains(LiveTag) }).AllowAnonymous();
        return app;
    }

    internal static void AddDefaultHealthChecks(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [LiveTag]);

    internal static bool IsHealthPath(PathString path) =>
        path == ReadyPath || path == ReadyAlias || path == AlivePath;
}

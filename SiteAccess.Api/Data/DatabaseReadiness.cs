using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SiteAccess.Api.Data;

/// <summary>Whether the database has its tables and its first rows; until then the service takes no traffic.</summary>
sealed class DatabaseReadiness : IHealthCheck
{
    volatile bool _isReady;

    public bool IsReady
    {
        get => _isReady;
        set => _isReady = value;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database is being prepared."));
}

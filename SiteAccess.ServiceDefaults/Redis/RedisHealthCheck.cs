using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SiteAccess.ServiceDefaults.Redis;

/// <summary>
/// Unhealthy until Redis was reached once, so that a service starts in order; only degraded when it is lost later, because then
/// messages still come through Postgres and taking nodes out would make it worse.
/// </summary>
sealed class RedisHealthCheck(RedisGateway redis) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult((redis.IsConnected, redis.WasEverConnected) switch
        {
            (true, _) => HealthCheckResult.Healthy(),
            (_, true) => HealthCheckResult.Degraded("The connection to Redis is lost."),
            _ => HealthCheckResult.Unhealthy("Redis has not been reached yet."),
        });
}

using Microsoft.Extensions.Diagnostics.HealthChecks;
using SiteAccess.Realtime.Access;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.Health;

/// <summary>Healthy when Api answers.</summary>
sealed class ApiHealthCheck(RealtimeApi api) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await api.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (ApiException failure)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "Api does not answer.", failure);
        }
    }
}

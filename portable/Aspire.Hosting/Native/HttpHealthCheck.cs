using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Native;

/// <summary>Healthy when a GET answers with the expected status.</summary>
sealed class HttpHealthCheck(IHttpClientFactory clients, EndpointReference endpoint, string path, int expected) : IHealthCheck
{
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var client = clients.CreateClient();
            client.Timeout = Timeout;
            using var answer = await client.GetAsync(new Uri(new Uri(endpoint.Url), path), cancellationToken);
            return (int)answer.StatusCode == expected
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"{path} answered {(int)answer.StatusCode} instead of {expected}.");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return HealthCheckResult.Unhealthy(failure.Message);
        }
    }
}

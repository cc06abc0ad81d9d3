using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Postgres;

static class PostgresHealthChecks
{
    public static IHealthChecksBuilder AddPostgres(this IHealthChecksBuilder checks, string name, Func<CancellationToken, Task<string>> connectionString) =>
        checks.Add(new HealthCheckRegistration(name, _ => new PostgresHealthCheck(connectionString), failureStatus: null, tags: null));
}

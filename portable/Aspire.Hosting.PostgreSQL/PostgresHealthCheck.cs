using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Aspire.Hosting.Postgres;

/// <summary>Healthy when a database takes a connection and answers.</summary>
sealed class PostgresHealthCheck(Func<CancellationToken, Task<string>> connectionString) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = new NpgsqlConnection(await connectionString(cancellationToken));
            await connection.OpenAsync(cancellationToken);
            await using var question = new NpgsqlCommand("SELECT 1", connection);
            await question.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException failure)
        {
            return HealthCheckResult.Unhealthy(failure.Message);
        }
    }
}

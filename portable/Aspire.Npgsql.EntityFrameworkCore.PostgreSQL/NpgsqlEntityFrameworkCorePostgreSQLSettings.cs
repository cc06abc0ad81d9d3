namespace Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;

/// <summary>How to connect to Postgres.</summary>
public class NpgsqlEntityFrameworkCorePostgreSQLSettings
{
    /// <summary>Npgsql's connection string.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Turns EF Core's retrying execution strategy off.</summary>
    public bool DisableRetry { get; set; }

    /// <summary>Leaves the health check out.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Without effect here.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>Without effect here.</summary>
    public bool DisableMetrics { get; set; }

    /// <summary>Seconds that a command may take; null leaves Npgsql's own limit.</summary>
    public int? CommandTimeout { get; set; }
}

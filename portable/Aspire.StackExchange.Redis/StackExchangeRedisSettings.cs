namespace Aspire.StackExchange.Redis;

/// <summary>How to connect to Redis.</summary>
public sealed class StackExchangeRedisSettings
{
    /// <summary><c>host:port,password=…[,ssl=true]</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Leaves the health check out.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Leaves tracing out; this stand-in has none.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>Connects on first use instead of at start; this stand-in always does.</summary>
    public bool DisableAutoActivation { get; set; } = true;
}

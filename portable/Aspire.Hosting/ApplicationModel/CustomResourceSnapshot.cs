using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is known of a resource at one moment.</summary>
public sealed record CustomResourceSnapshot
{
    /// <summary>The kind of resource, for people.</summary>
    public required string ResourceType { get; init; }

    /// <summary>Details, such as the id of the process.</summary>
    public required ImmutableArray<ResourcePropertySnapshot> Properties { get; init; }

    /// <summary>When it was last started.</summary>
    public DateTime? StartTimeStamp { get; init; }

    /// <summary>When it last ended.</summary>
    public DateTime? StopTimeStamp { get; init; }

    /// <summary>One of <see cref="KnownResourceStates"/>.</summary>
    public ResourceStateSnapshot? State { get; init; }

    /// <summary>How its process ended.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Whether it is usable: null unless it runs, the worst of its reports when it does.</summary>
    public HealthStatus? HealthStatus => State?.Text != KnownResourceStates.Running ? null
        : HealthReports.IsEmpty ? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy
        : HealthReports.Min(report => report.Status ?? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);

    /// <summary>What its health checks said.</summary>
    public ImmutableArray<HealthReportSnapshot> HealthReports { get; internal init; } = [];

    /// <summary>Where it can be reached.</summary>
    public ImmutableArray<UrlSnapshot> Urls { get; init; } = [];

    /// <summary>Whether people need not see it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The handlers of <see cref="ResourceReadyEvent"/>, once they were called.</summary>
    internal Task? ReadyHandlers { get; init; }
}

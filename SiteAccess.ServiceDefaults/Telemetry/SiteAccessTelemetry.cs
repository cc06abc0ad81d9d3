using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SiteAccess.ServiceDefaults.Telemetry;

/// <summary>Where our own spans and measurements come from.</summary>
public static class SiteAccessTelemetry
{
    /// <summary>The name of both.</summary>
    public const string Name = "SiteAccess";

    /// <summary>Our spans.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Our measurements.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>The W3C trace context of what runs now, to be carried along with a message; null outside of any trace.</summary>
    public static string? CurrentTraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>Starts a span that goes on with a trace that came along with a message.</summary>
    /// <param name="name">The span's name.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="traceParent">W3C trace context; null starts a new trace.</param>
    /// <returns>The span; null when nobody listens.</returns>
    public static Activity? Continue(string name, ActivityKind kind, string? traceParent) =>
        Source.StartActivity(name, kind, Parse(traceParent));

    /// <summary>Reads a W3C trace context; the default one when it is absent or malformed.</summary>
    /// <param name="traceParent">The text.</param>
    public static ActivityContext Parse(string? traceParent) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var context) ? context : default;
}

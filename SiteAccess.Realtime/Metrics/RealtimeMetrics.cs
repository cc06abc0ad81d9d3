using System.Diagnostics.Metrics;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Realtime.Metrics;

/// <summary>What Realtime measures of itself. (What a send costs is measured by <see cref="MessageMetrics"/>.)</summary>
static class RealtimeMetrics
{
    static readonly UpDownCounter<int> Connections = SiteAccessTelemetry.Meter.CreateUpDownCounter<int>(
        "siteaccess.connections", "{connection}", "Connections that are open");

    static readonly Counter<int> DispatchErrors = SiteAccessTelemetry.Meter.CreateCounter<int>(
        "siteaccess.dispatch.errors", "{error}", "Calls of hub methods that were refused or failed, and events that were not delivered");

    static readonly Histogram<double> PingLatency = SiteAccessTelemetry.Meter.CreateHistogram<double>(
        "siteaccess.ws.ping.latency", "s", "From a ping to its answer, over the whole line and through the client's own code");

    static readonly Histogram<double> Deliveries = SiteAccessTelemetry.Meter.CreateHistogram<double>(
        "siteaccess.message.delivery.duration", "s", "From the storing of a message to its being handed to this node's connections");

    static readonly Counter<int> Resumes = SiteAccessTelemetry.Meter.CreateCounter<int>(
        "siteaccess.resumes", "{resume}", "Connections that asked for what came after the position they had");

    static readonly Histogram<int> PositionBatches = SiteAccessTelemetry.Meter.CreateHistogram<int>(
        "siteaccess.position.batch.size", "{position}", "Positions that were reported together");

    /// <summary>A connection came (1) or went (-1).</summary>
    public static void NoteConnection(int change, string kind) => Connections.Add(change, Tag("siteaccess.connection.kind", kind));

    public static void NoteError(string code) => DispatchErrors.Add(1, Tag("error.type", code));

    public static void NotePing(TimeSpan elapsed, string kind) =>
        PingLatency.Record(elapsed.TotalSeconds, Tag("siteaccess.connection.kind", kind));

    public static void NoteDelivery(TimeSpan elapsed) => Deliveries.Record(Math.Max(0, elapsed.TotalSeconds));

    public static void NoteResume(bool missed) => Resumes.Add(1, Tag("siteaccess.missed", missed));

    public static void NotePositions(int count) => PositionBatches.Record(count);

    static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}

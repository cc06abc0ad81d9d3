using System.Diagnostics.Metrics;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Api.Outbox;

/// <summary>How far the telling is behind the writing.</summary>
static class OutboxMetrics
{
    static readonly Gauge<int> Depth = SiteAccessTelemetry.Meter.CreateGauge<int>(
        "siteaccess.outbox.depth", "{event}", "Committed events that are not told yet");

    static readonly Gauge<double> Age = SiteAccessTelemetry.Meter.CreateGauge<double>(
        "siteaccess.outbox.age", "s", "Age of the oldest committed event that is not told yet");

    static readonly Counter<int> Told = SiteAccessTelemetry.Meter.CreateCounter<int>(
        "siteaccess.outbox.told", "{event}", "Events that the bus took");

    /// <summary>Notes what waits in the outbox.</summary>
    public static void NoteWaiting(int events, TimeSpan oldest)
    {
        Depth.Record(events);
        Age.Record(oldest.TotalSeconds);
    }

    /// <summary>Notes events that were told.</summary>
    public static void NoteTold(int events) => Told.Add(events);
}

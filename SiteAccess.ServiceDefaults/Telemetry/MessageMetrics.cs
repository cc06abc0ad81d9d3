using System.Diagnostics.Metrics;

namespace SiteAccess.ServiceDefaults.Telemetry;

/// <summary>What a message costs on its way in, measured where it arrives: on the hub by Realtime, on REST by Api.</summary>
public static class MessageMetrics
{
    static readonly Histogram<double> Sends = SiteAccessTelemetry.Meter.CreateHistogram<double>(
        "siteaccess.message.send.duration", "s", "From the arrival of a send until it is committed and can be acknowledged");

    static readonly Histogram<int> Batches = SiteAccessTelemetry.Meter.CreateHistogram<int>(
        "siteaccess.message.batch.size", "{message}", "Messages that were committed together");

    /// <summary>Notes a send that was acknowledged.</summary>
    /// <param name="elapsed">From its arrival on.</param>
    /// <param name="via">"hub" or "rest".</param>
    public static void NoteSend(TimeSpan elapsed, string via) =>
        Sends.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("siteaccess.via", via));

    /// <summary>Notes a batch that was stored.</summary>
    /// <param name="size">Messages in it.</param>
    public static void NoteBatch(int size) => Batches.Record(size);
}

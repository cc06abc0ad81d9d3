using System.Globalization;
using System.Text;
using SiteAccess.Load.Measures;
using SiteAccess.Load.Pairs;

namespace SiteAccess.Load.Runs;

/// <summary>A distribution of times in milliseconds.</summary>
sealed record Times(double P50, double P95, double P99, double Max)
{
    public static Times Of(Histogram histogram) => new(
        Math.Round(histogram.Milliseconds(0.50), 3),
        Math.Round(histogram.Milliseconds(0.95), 3),
        Math.Round(histogram.Milliseconds(0.99), 3),
        Math.Round(histogram.MaxMilliseconds, 3));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {P50:0.00} p95 {P95:0.00} p99 {P99:0.00} max {Max:0.0} ms");
}

/// <summary>What a process used in the measured window, and per message.</summary>
sealed record ProcessCost(double CpuSeconds, double MicrosecondsPerMessage, double RssMegabytes);

/// <summary>What a run has shown.</summary>
sealed record RunReport(
    string Label,
    string Mode,
    int Pairs,
    double Seconds,
    double MessagesPerSecond,
    double MessagesPerServerCpuSecond,
    Times ToAcknowledged,
    Times ToDelivered,
    long Sent,
    long Acknowledged,
    long Refused,
    long Lost,
    long Doubled,
    long Misordered,
    long Early,
    IReadOnlyDictionary<string, ProcessCost> Processes,
    IReadOnlyCollection<string> Notes)
{
    /// <summary>Whether a message was lost, doubled, misordered or refused.</summary>
    public bool IsFailed => Lost + Doubled + Misordered + Refused > 0 || Notes.Count > 0;

    public static RunReport Of(LoadOptions options, Recorder recorder, Pair[] pairs, Dictionary<string, Usage> before, Dictionary<string, Usage> after)
    {
        var parties = pairs.SelectMany(pair => pair.Parties).ToList();
        var messages = recorder.AcknowledgedInside;
        var costs = after.ToDictionary(used => used.Key, used => CostOf(before[used.Key], used.Value, messages));
        var serverCpu = costs.Where(cost => cost.Key != "load").Sum(cost => cost.Value.CpuSeconds);
        return new RunReport(
            options.Label,
            options.Mode,
            pairs.Length,
            Math.Round(recorder.Seconds, 2),
            Math.Round(messages / recorder.Seconds, 1),
            Math.Round(serverCpu > 0 ? messages / serverCpu : 0, 1),
            Times.Of(recorder.ToAcknowledged),
            Times.Of(recorder.ToDelivered),
            parties.Sum(party => (long)party.Sent),
            parties.Sum(party => (long)party.AcknowledgedCount),
            parties.Sum(party => (long)party.RefusedCount),
            pairs.Sum(LostIn),
            parties.Sum(party => (long)party.Transcript.Doubled),
            parties.Sum(party => (long)party.Transcript.Misordered),
            parties.Sum(party => (long)party.Transcript.Early),
            costs,
            recorder.Notes);
    }

    public string Human()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Label}: {MessagesPerSecond:0} messages/s, {MessagesPerServerCpuSecond:0} per server CPU second; acknowledged {ToAcknowledged}; delivered {ToDelivered}; ");
        text.Append(CultureInfo.InvariantCulture, $"sent {Sent} acknowledged {Acknowledged} refused {Refused} lost {Lost} doubled {Doubled} misordered {Misordered} (early {Early}); CPU µs/message:");
        foreach (var (name, cost) in Processes)
        {
            text.Append(CultureInfo.InvariantCulture, $" {name} {cost.MicrosecondsPerMessage:0} ({cost.RssMegabytes:0} MB)");
        }

        return text.Append(IsFailed ? $"; FAILED {string.Join("; ", Notes)}" : "; ok").ToString();
    }

    static ProcessCost CostOf(Usage before, Usage after, long messages)
    {
        var seconds = after.CpuSeconds - before.CpuSeconds;
        return new ProcessCost(Math.Round(seconds, 2), Math.Round(messages > 0 ? seconds * 1e6 / messages : 0, 1), Math.Round(after.RssMegabytes, 1));
    }

    // Lost to a side that never had it; or acknowledged at a position that another message holds as well.
    static long LostIn(Pair pair) =>
        pair.Parties.Sum(party => Math.Max(0, pair.LastSeq - party.Transcript.LastSeq)) + Math.Abs(pair.LastSeq - pair.Acknowledged);
}

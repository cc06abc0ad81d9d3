using System.Diagnostics;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Api.Outbox;

/// <summary>Publishes committed events in their order.</summary>
sealed class OutboxTeller(EventBus bus)
{
    /// <summary>Whether it is worth trying.</summary>
    public bool CanTell => bus.IsConnected;

    /// <summary>Tells the events of some commits.</summary>
    /// <returns>Whether the bus took all of them, so that they may go from the outbox.</returns>
    /// <exception cref="RedisUnavailableException">It did not; some may have passed, and will be told twice.</exception>
    public async Task<bool> TellAsync(IReadOnlyList<Committed> commits, CancellationToken cancellation)
    {
        if (!CanTell || commits.Count == 0)
            return false;
        var facts = commits.SelectMany(commit => commit.Facts).ToList();
        using var span = StartSpan(facts);
        await bus.PublishAsync([.. facts.SelectMany(fact => fact.ToMessages())], cancellation);
        OutboxMetrics.NoteTold(facts.Count);
        return true;
    }

    // The receivers go on with the messages' own traces; this span only shows that, and when, they were told.
    static Activity? StartSpan(List<Fact> facts)
    {
        if (!SiteAccessTelemetry.Source.HasListeners())
            return null;
        var links = facts
            .Select(fact => SiteAccessTelemetry.Parse(fact.TraceParent))
            .Where(context => context != default)
            .Select(context => new ActivityLink(context));
        return SiteAccessTelemetry.Source
            .StartActivity(ActivityKind.Producer, links: links, name: "events publish")
            ?.SetTag("messaging.batch.message_count", facts.Count);
    }
}

using System.Diagnostics;
using SiteAccess.Api.Data;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Api.Outbox;

/// <summary>Publishes committed events in their order, and deletes from the outbox those that the bus took.</summary>
sealed class OutboxTeller(EventBus bus, IServiceScopeFactory scopes)
{
    /// <summary>Whether it is worth trying.</summary>
    public bool CanTell => bus.IsConnected;

    /// <summary>Tells the events of some commits: all, or none of them counts as told.</summary>
    /// <exception cref="Exception">The bus or the database failed; the events stay in the outbox, and may be told twice.</exception>
    public async Task TellAsync(IReadOnlyList<Committed> commits, CancellationToken cancellation)
    {
        if (!CanTell || commits.Count == 0)
            return;
        var facts = commits.SelectMany(commit => commit.Facts).ToList();
        using var span = StartSpan(facts);
        await bus.PublishAsync([.. facts.SelectMany(fact => fact.ToMessages())], cancellation);
        OutboxMetrics.NoteTold(facts.Count);

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteAccessDb>();
        await OutboxSql.DeleteAsync(db, [.. commits.Select(commit => commit.Position)], cancellation);
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

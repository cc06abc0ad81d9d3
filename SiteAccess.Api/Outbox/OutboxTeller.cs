using System.Diagnostics;
using SiteAccess.Api.Data;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Api.Outbox;

/// <summary>Publishes events in their order and marks those that the bus took.</summary>
sealed class OutboxTeller(EventBus bus, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Whether it is worth trying.</summary>
    public bool CanTell => bus.IsConnected;

    /// <summary>Tells the events; an event whose publishing failed stays unmarked.</summary>
    /// <exception cref="Exception">The bus or the database failed; what was marked by then is marked.</exception>
    public async Task TellAsync(IReadOnlyList<OutboxEvent> events, CancellationToken cancellation)
    {
        if (!CanTell || events.Count == 0)
            return;
        using var span = StartSpan(events);

        // Started one after another, so the bus has them in order, but awaited together: one round trip's time for all.
        var tellings = events.Select(fact => PublishAsync(fact, cancellation)).ToList();
        var told = new List<Guid>(events.Count);
        Exception? failure = null;
        for (var i = 0; i < events.Count; i++)
        {
            if (await tellings[i] is { } reason)
                failure = reason;
            else
                told.Add(events[i].Id);
        }

        await MarkAsync(told, cancellation);
        if (failure is not null)
            throw failure;
    }

    async Task<Exception?> PublishAsync(OutboxEvent fact, CancellationToken cancellation)
    {
        try
        {
            var message = fact.ToBusEvent();
            await Task.WhenAll(Facts.BusChannelsOf(fact).Select(channel => bus.PublishAsync(channel, message, cancellation)));
            return null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure;
        }
    }

    // The receivers go on with the messages' own traces; this span only shows that, and when, they were told.
    static Activity? StartSpan(IReadOnlyList<OutboxEvent> events)
    {
        var links = events
            .Select(fact => SiteAccessTelemetry.Parse(fact.TraceParent))
            .Where(context => context != default)
            .Select(context => new ActivityLink(context));
        return SiteAccessTelemetry.Source
            .StartActivity(ActivityKind.Producer, links: links, name: "events publish")
            ?.SetTag("messaging.batch.message_count", events.Count);
    }

    async Task MarkAsync(List<Guid> told, CancellationToken cancellation)
    {
        if (told.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        await OutboxSql.MarkAsync(scope.ServiceProvider.GetRequiredService<SiteAccessDb>(), told, clock.Now(), cancellation);
    }
}

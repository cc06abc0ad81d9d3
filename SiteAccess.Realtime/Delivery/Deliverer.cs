using System.Diagnostics;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Presence;
using SiteAccess.Realtime.Metrics;
using SiteAccess.Realtime.Presence;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Realtime.Delivery;

/// <summary>Takes events from the bus to this node's own connections, in the order in which they came.</summary>
sealed class Deliverer(DeliveryQueue queue, Audiences audiences, ChannelStatuses statuses, TimeProvider clock, ILogger<Deliverer> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var delivery in queue.ReadAllAsync(stoppingToken))
        {
            try
            {
                Deliver(delivery);
            }
            catch (Exception failure)
            {
                // A malformed event must not end the delivery of all others.
                RealtimeMetrics.NoteError(ErrorCodes.ServerError);
                log.LogError(failure, "{Type} {Id} was not delivered", delivery.Event.Type, delivery.Event.Id);
            }
        }
    }

    void Deliver(Delivery delivery)
    {
        var (topic, busEvent) = delivery;
        if (topic.Kind == TopicKind.Presence && busEvent.Type == HubEvents.PresenceChanged
            && busEvent.Read<PresenceView>().Who == SenderType.Operator)
        {
            statuses.Review(topic.Id);
        }

        // Goes on with the trace of the send: hub, Api, Postgres, and here the wire to the other side.
        using var span = topic.Kind == TopicKind.Conversation && busEvent.Type == HubEvents.MessageReceived
            ? SiteAccessTelemetry.Continue("deliver message", ActivityKind.Consumer, busEvent.TraceParent)
            : null;
        span?.SetTag("siteaccess.conversation", busEvent.ConversationId).SetTag("siteaccess.seq", busEvent.Seq);
        var told = 0;
        var news = new EventForms(topic, busEvent);
        foreach (var connection in audiences.Of(topic))
        {
            told += connection.Hear(news) ? 1 : 0;
        }

        span?.SetTag("siteaccess.connections", told);
        if (told > 0 && topic.Kind == TopicKind.Conversation && busEvent.Type == HubEvents.MessageReceived)
        {
            RealtimeMetrics.NoteDelivery(clock.GetUtcNow() - busEvent.Data.GetProperty("createdAt").GetDateTimeOffset());
        }
    }
}

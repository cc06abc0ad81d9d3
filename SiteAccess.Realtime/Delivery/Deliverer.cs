using System.Diagnostics;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Presence;
using SiteAccess.Realtime.Conversations;
using SiteAccess.Realtime.Metrics;
using SiteAccess.Realtime.Presence;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Realtime.Delivery;

/// <summary>Takes events from the bus to this node's own connections, in the order in which they came.</summary>
sealed class Deliverer(
    DeliveryQueue queue,
    Audiences audiences,
    ChannelStatuses statuses,
    Beginnings beginnings,
    TimeProvider clock,
    ILogger<Deliverer> log) : BackgroundService
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
        if (!IsNews(delivery))
        {
            return;
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

    // What an event means to this node itself; and whether its listeners are to hear of it.
    bool IsNews(Delivery delivery)
    {
        var (topic, busEvent) = delivery;
        switch (topic.Kind, busEvent.Type)
        {
            case (TopicKind.Conversation, HubEvents.MessageReceived) when busEvent.Seq is { } seq:
                return audiences.ToldOf(topic)?.Take(seq) == true;
            case (TopicKind.Conversation, HubEvents.ConversationUpdated):
                audiences.ToldOf(topic)?.Take(busEvent.Read<ConversationSummary>());
                return true;
            case (TopicKind.Lobby, HubEvents.PresenceChanged) when busEvent.Read<PresenceView>().Who == SenderType.Operator:
                statuses.Review(topic.Id);
                return false;
            case (TopicKind.Visitor, HubEvents.ConversationUpdated) when busEvent.ConversationId is { } begun:
                beginnings.Take(topic, begun);
                return true;
            default:
                return topic.Kind != TopicKind.Lobby;
        }
    }
}

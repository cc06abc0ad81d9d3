using System.Text.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Outbox;

/// <summary>Makes the events that the outbox holds.</summary>
static class Facts
{
    public static OutboxEvent MessageReceived(Guid channelId, MessageView message, string? traceParent) => new()
    {
        Id = Guid.CreateVersion7(message.CreatedAt),
        Type = HubEvents.MessageReceived,
        ChannelId = channelId,
        ConversationId = message.ConversationId,
        Seq = message.Seq,
        TraceParent = traceParent,
        Payload = JsonSerializer.Serialize(message, WireJson.Options),
        CreatedAt = message.CreatedAt,
    };

    public static OutboxEvent ConversationUpdated(ConversationSummary conversation, string? traceParent, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Type = HubEvents.ConversationUpdated,
        ChannelId = conversation.ChannelId,
        ConversationId = conversation.Id,
        TraceParent = traceParent,
        Payload = JsonSerializer.Serialize(conversation, WireJson.Options),
        CreatedAt = now,
    };

    /// <summary>The event as it goes over the bus.</summary>
    public static BusEvent ToBusEvent(this OutboxEvent fact)
    {
        using var payload = JsonDocument.Parse(fact.Payload);
        return new BusEvent(
            fact.Id, fact.Type, fact.ChannelId, fact.ConversationId, fact.Seq, fact.TraceParent, payload.RootElement.Clone());
    }

    /// <summary>Who hears of it: the parties of the conversation, and the channel's staff.</summary>
    public static IEnumerable<string> BusChannelsOf(OutboxEvent fact)
    {
        if (fact.ConversationId is { } conversationId)
            yield return BusChannels.Conversation(conversationId);
        yield return BusChannels.Staff(fact.ChannelId);
    }
}

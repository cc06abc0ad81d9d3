using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.Api.Outbox;

/// <summary>Makes the events that the outbox holds.</summary>
static class Facts
{
    public static Fact MessageReceived(Guid channelId, MessageView message, string? traceParent) => new(
        channelId,
        message.ConversationId,
        traceParent,
        BusEvents.Write(HubEvents.MessageReceived, channelId, message, message.ConversationId, message.Seq, traceParent));

    /// <summary>Has no place of its own: whoever counts positions need not count it.</summary>
    public static Fact MessageUpdated(Guid channelId, MessageView message, string? traceParent) => new(
        channelId,
        message.ConversationId,
        traceParent,
        BusEvents.Write(HubEvents.MessageUpdated, channelId, message, message.ConversationId, seq: null, traceParent));

    public static Fact ConversationUpdated(ConversationSummary conversation, string? traceParent) => new(
        conversation.ChannelId,
        conversation.Id,
        traceParent,
        BusEvents.Write(HubEvents.ConversationUpdated, conversation.ChannelId, conversation, conversation.Id, seq: null, traceParent));
}

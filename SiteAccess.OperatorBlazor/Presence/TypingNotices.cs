using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.Access;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.OperatorBlazor.Presence;

/// <summary>Tells a visitor, and the other operators, that somebody is answering.</summary>
/// <param name="bus">The bus.</param>
public sealed class TypingNotices(EventBus bus)
{
    /// <summary>Says it; what Redis does not take is not worth a second try.</summary>
    public async Task TellAsync(ConversationSummary conversation, SignedInOperator who, bool isTyping)
    {
        var notice = BusEvents.Of(
            HubEvents.Typing,
            conversation.ChannelId,
            new TypingView(conversation.Id, SenderType.Operator, who.Id, who.Name, isTyping),
            conversation.Id);
        try
        {
            await Task.WhenAll(
                bus.PublishAsync(BusChannels.Conversation(conversation.Id), notice),
                bus.PublishAsync(BusChannels.Staff(conversation.ChannelId), notice));
        }
        catch (RedisUnavailableException)
        {
            // It would be stale before Redis is back.
        }
    }
}

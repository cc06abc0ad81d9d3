using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.Api.Conversations;

/// <summary>
/// Tells a visitor's tabs, on whichever nodes they are, that a conversation has begun. It may be lost: a tab that connects, or names
/// the conversation, joins it anyway.
/// </summary>
sealed class BeginningTeller(EventBus bus, ILogger<BeginningTeller> log)
{
    public async Task TellAsync(Guid visitorId, Guid channelId, Guid conversationId, CancellationToken cancellation)
    {
        // Nobody waits for a bus that is known to be away.
        if (!bus.IsConnected)
            return;
        var begun = new ConversationNotice(conversationId, ConversationStatus.Open, LastSeq: 0);
        try
        {
            await bus.PublishAsync(
                BusChannels.Visitor(visitorId),
                BusEvents.Of(HubEvents.ConversationUpdated, channelId, begun, conversationId),
                cancellation);
        }
        catch (RedisUnavailableException away)
        {
            log.LogDebug("Other tabs were not told of {ConversationId}: {Reason}", conversationId, away.Message);
        }
    }
}

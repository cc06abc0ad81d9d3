using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;

namespace SiteAccess.Realtime;

sealed partial class LiveHub
{
    /// <summary>Hears a conversation from now on. A visitor's own are joined by themselves; saying so again does no harm.</summary>
    [HubMethodName(HubEvents.ConversationJoin)]
    public async Task JoinConversation(ConversationRef conversation)
    {
        await attendance.JoinAsync(Connection, conversation.ConversationId, Context.ConnectionAborted);
        seen.TellSoon(Connection, conversation.ConversationId);
    }

    /// <summary>Hears it no more.</summary>
    [HubMethodName(HubEvents.ConversationLeave)]
    public void LeaveConversation(ConversationRef conversation) => attendance.Leave(Connection, conversation.ConversationId);
}

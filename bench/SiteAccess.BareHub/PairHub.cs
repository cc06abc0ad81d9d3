using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.BareHub;

/// <summary>The least that a chat does: answers the sender, and tells everybody in the conversation.</summary>
sealed class PairHub(IKeeper keeper) : Hub
{
    [HubMethodName(HubEvents.ConversationJoin)]
    public Task JoinAsync(ConversationRef conversation) =>
        Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(conversation.ConversationId), Context.ConnectionAborted);

    [HubMethodName(HubEvents.MessageSend)]
    public async Task<MessageAccepted> SendAsync(SendToConversation request)
    {
        var message = await keeper.KeepAsync(request);
        await Clients.Group(GroupOf(message.ConversationId)).SendAsync(HubEvents.MessageReceived, message, Context.ConnectionAborted);
        return new MessageAccepted(message.Id, message.Seq, message.CreatedAt);
    }

    static string GroupOf(Guid conversationId) => conversationId.ToString("N");
}

using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;

namespace SiteAccess.Realtime;

sealed partial class LiveHub
{
    /// <summary>Tells the others in a conversation that this person is writing, or has stopped.</summary>
    [HubMethodName(HubEvents.Typing)]
    public Task ShowTyping(TypingNotice notice) => typing.AnnounceAsync(Connection, notice, Context.ConnectionAborted);
}

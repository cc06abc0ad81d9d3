using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Hub;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Realtime;

sealed partial class LiveHub
{
    /// <summary>No method runs before this is over, so a client's first question meets subscriptions that are in place.</summary>
    public override Task OnConnectedAsync() =>
        arrivals.WelcomeAsync(Context, new Caller(Context.User!), Context.ConnectionAborted);

    /// <summary>Answers a ping.</summary>
    [HubMethodName(HubEvents.Pong)]
    public void Pong(JsonElement nothing) => Connection.Pong();

    public override Task OnDisconnectedAsync(Exception? exception) => arrivals.BidFarewellAsync(Connection);
}

using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Realtime.Access;
using SiteAccess.Realtime.Delivery;
using SiteAccess.Realtime.Presence;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.ServiceDefaults.Presence;

namespace SiteAccess.Realtime.Connections;

/// <summary>What happens when a connection begins and when it ends.</summary>
sealed class Arrivals(
    IHubContext<LiveHub> hub,
    LiveConnections connections,
    Audiences audiences,
    ChannelStatuses statuses,
    PresenceKeeper presence,
    Seats seats,
    VisitorBook visitors,
    BusWatch bus,
    RealtimeApi api,
    TimeProvider clock,
    ILogger<Arrivals> log)
{
    public async Task WelcomeAsync(HubCallerContext context, Caller caller, CancellationToken cancellationToken)
    {
        var connection = new HubConnection(context, caller, hub.Clients.Client(context.ConnectionId), clock);
        connections.Add(connection);
        bus.Greet(connection);
        try
        {
            await (connection.ChannelId is { } channelId
                ? WelcomeVisitorAsync(connection, channelId, cancellationToken)
                : WelcomeOperatorAsync(connection, cancellationToken));
        }
        catch (ApiException failure)
        {
            // Without Api the connection is still of use: it is there when Api is back, and joins what it then asks for.
            log.LogWarning(failure, "A connection was welcomed without Api");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.LogDebug("A connection ended while it was welcomed");
        }
        catch
        {
            // SignalR reports the end of a connection only if its beginning has succeeded.
            await BidFarewellAsync(connection);
            throw;
        }
    }

    public async Task BidFarewellAsync(LiveConnection connection)
    {
        connections.Remove(connection);
        audiences.LeaveAll(connection);
        foreach (var entry in connection.Presence)
        {
            await (await entry).DisposeAsync();
        }
    }

    async Task WelcomeVisitorAsync(LiveConnection connection, Guid channelId, CancellationToken cancellationToken)
    {
        Enter(connection, channelId);
        var hearing = Task.WhenAll(
            audiences.JoinAsync(connection, new Topic(TopicKind.Lobby, channelId)),
            audiences.JoinAsync(connection, new Topic(TopicKind.Visitor, connection.Actor.Id)));
        var visitor = await visitors.FindAsync(connection.Actor.Id, cancellationToken);
        if (visitor.IsBlocked)
        {
            connection.Close(ErrorCodes.VisitorBlocked);
            return;
        }

        foreach (var head in visitor.Conversations)
        {
            seats.Note(
                connection.Actor,
                new Seat(head.Id, channelId, connection.Actor.Kind, connection.Actor.Id, visitor.Name, head.LastSeq));
            hearing = Task.WhenAll(
                hearing, audiences.JoinAsync(connection, new Topic(TopicKind.Conversation, head.Id), Told.Of(head)));
        }

        await hearing;
        var status = await statuses.GetAsync(channelId, cancellationToken);
        connection.Tell(HubEvents.ChannelStatus, new ChannelStatusView(channelId, status));
    }

    async Task WelcomeOperatorAsync(LiveConnection connection, CancellationToken cancellationToken)
    {
        // A browser of the operator app comes for a call alone: its circuit hears and shows everything else.
        if (connection.Purpose == Purposes.Hub)
        {
            return;
        }

        foreach (var channel in await api.ListChannelsAsync(connection.Actor.Id, cancellationToken))
        {
            Enter(connection, channel.Id);
            await Task.WhenAll(
                audiences.JoinAsync(connection, new Topic(TopicKind.Staff, channel.Id)),
                audiences.JoinAsync(connection, new Topic(TopicKind.Presence, channel.Id)));
        }
    }

    // Not waited for: the board may be slow, and nobody's first words depend on it.
    void Enter(LiveConnection connection, Guid channelId) => connection.Presence.Add(
        presence.HoldAsync(new PresenceEntry(connection.Actor.Kind, channelId, connection.Actor.Id, connection.Id)));
}

using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Realtime.Access;
using SiteAccess.Realtime.Connections;
using SiteAccess.Realtime.Delivery;
using SiteAccess.Realtime.Messages;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.ServiceDefaults.Presence;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>A client that was let in.</summary>
/// <param name="Connection">Its connection.</param>
/// <param name="Stream">What it listens to.</param>
sealed record ChannelGuest(ChannelConnection Connection, IChannelStream Stream);

/// <summary>
/// Lets clients in. All that may be refused is refused here, before the upgrade, where a status can say why; and who is let in
/// hears already: what is loaded afterwards and what is heard leave no gap.
/// </summary>
sealed class ChannelReception(
    LiveConnections connections,
    Arrivals arrivals,
    Audiences audiences,
    Seats seats,
    RealtimeApi api,
    TokenSlots slots,
    PresenceKeeper presence,
    PositionReporter positions,
    TimeProvider clock)
{
    /// <returns>The guest, or the error code of why not.</returns>
    /// <exception cref="ApiException">Api cannot be asked.</exception>
    public async Task<(ChannelGuest? Guest, string? Refusal)> AdmitAsync(ChannelRequest request, Caller caller, CancellationToken aborted)
    {
        // A channel token is for its conversation, an operator's for the staff's stream, and neither for the other.
        if (request.ConversationId != caller.ConversationId)
        {
            return (null, caller.ConversationId is null ? ErrorCodes.AuthForbidden : ErrorCodes.ConversationNotFound);
        }

        var connection = new ChannelConnection(caller, clock);
        if (!await slots.TakeAsync(connection, aborted))
        {
            return (null, ErrorCodes.RequestTooMany);
        }

        IChannelStream? stream = null;
        try
        {
            connections.Add(connection);
            stream = request.ConversationId is { } conversationId
                ? await OpenSessionAsync(connection, conversationId, request, aborted)
                : await OpenStaffAsync(connection, aborted);
        }
        finally
        {
            if (stream is null)
            {
                await BidFarewellAsync(connection);
            }
        }

        return stream is null ? (null, ErrorCodes.ConversationNotFound) : (new ChannelGuest(connection, stream), null);
    }

    public async Task BidFarewellAsync(ChannelConnection connection)
    {
        await arrivals.BidFarewellAsync(connection);
        await slots.FreeAsync(connection);
    }

    async Task<IChannelStream?> OpenSessionAsync(
        ChannelConnection connection, Guid conversationId, ChannelRequest request, CancellationToken aborted)
    {
        if (await seats.FindAsync(connection.Actor, conversationId, aborted) is not { } seat)
        {
            return null;
        }

        await audiences.JoinAsync(connection, new Topic(TopicKind.Conversation, conversationId));
        var stream = new SessionStream(api, connection, conversationId);
        await stream.FindPlaceAsync(request.AfterSeq, request.Epoch, aborted);
        if (stream.HadSeq is { } seq)
        {
            // Who asks for what came after a message has got that message.
            positions.Report(new ReportPosition(connection.Actor, conversationId, seq, ReadSeq: null));
        }

        // A visitor who listens is there. An operator's bot is not: it must not make the channel look attended.
        if (connection.IsVisitor)
        {
            connection.Presence.Add(presence.HoldAsync(
                new PresenceEntry(connection.Actor.Kind, seat.ChannelId, connection.Actor.Id, connection.Id), CancellationToken.None));
        }

        return stream;
    }

    async Task<IChannelStream> OpenStaffAsync(ChannelConnection connection, CancellationToken aborted)
    {
        foreach (var channel in await api.ListChannelsAsync(connection.Actor.Id, aborted))
        {
            await audiences.JoinAsync(connection, new Topic(TopicKind.Staff, channel.Id));
        }

        return new StaffStream(api, connection);
    }
}

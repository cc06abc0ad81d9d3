using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Realtime.Access;
using SiteAccess.Realtime.Connections;
using SiteAccess.Realtime.Delivery;

namespace SiteAccess.Realtime.Conversations;

/// <summary>Who hears which conversation.</summary>
sealed class Attendance(Seats seats, Audiences audiences, LiveConnections connections)
{
    /// <exception cref="HubException">The person is not in the conversation.</exception>
    public async ValueTask<Seat> SeatAsync(LiveConnection connection, Guid conversationId, CancellationToken cancellationToken) =>
        await seats.FindAsync(connection.Actor, conversationId, cancellationToken)
        ?? throw new HubException(ErrorCodes.ConversationNotFound);

    /// <summary>Lets a connection hear a conversation that its person is in.</summary>
    /// <exception cref="HubException">The person is not in the conversation.</exception>
    public async Task JoinAsync(LiveConnection connection, Guid conversationId, CancellationToken cancellationToken)
    {
        var seat = await SeatAsync(connection, conversationId, cancellationToken);
        await audiences.JoinAsync(connection, new Topic(TopicKind.Conversation, conversationId), new Told(seat.LastSeq));
    }

    /// <summary>
    /// A visitor who began a conversation after connecting hears it from the first method that names it; so do their other tabs on
    /// this node. Operators say what they want to hear.
    /// </summary>
    /// <exception cref="HubException">The visitor is not in the conversation.</exception>
    public ValueTask JoinOwnAsync(LiveConnection connection, Guid conversationId, CancellationToken cancellationToken)
    {
        var topic = new Topic(TopicKind.Conversation, conversationId);
        return !connection.IsVisitor || audiences.Hears(connection, topic)
            ? ValueTask.CompletedTask
            : new ValueTask(JoinAllOfVisitorAsync(connection, conversationId, cancellationToken));
    }

    public void Leave(LiveConnection connection, Guid conversationId) =>
        audiences.Leave(connection, new Topic(TopicKind.Conversation, conversationId));

    async Task JoinAllOfVisitorAsync(LiveConnection connection, Guid conversationId, CancellationToken cancellationToken)
    {
        await JoinAsync(connection, conversationId, cancellationToken);
        foreach (var tab in connections.All.Where(other => other.Actor == connection.Actor))
        {
            await audiences.JoinAsync(tab, new Topic(TopicKind.Conversation, conversationId));
        }
    }
}

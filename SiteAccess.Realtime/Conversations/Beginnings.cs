using SiteAccess.Contracts.Internal;
using SiteAccess.Realtime.Access;
using SiteAccess.Realtime.Connections;
using SiteAccess.Realtime.Delivery;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.Conversations;

/// <summary>
/// Lets all of a visitor's tabs on this node hear a conversation that has begun, wherever it was begun.
/// </summary>
sealed class Beginnings(Audiences audiences, Seats seats, Heads heads, PositionPoll poll, ILogger<Beginnings> log)
{
    /// <summary>Takes the news that a conversation has begun. Does not wait.</summary>
    public void Take(Topic visitor, Guid conversationId)
    {
        var tabs = audiences.Of(visitor).Where(tab => tab.ChannelId is not null).ToArray();
        if (tabs.Length > 0)
        {
            _ = JoinAsync(tabs, conversationId);
        }
    }

    async Task JoinAsync(LiveConnection[] tabs, Guid conversationId)
    {
        try
        {
            foreach (var tab in tabs)
            {
                seats.Note(tab.Actor, new Seat(conversationId, tab.ChannelId!.Value, tab.Actor.Kind, tab.Actor.Id, tab.Name));
            }

            var topic = new Topic(TopicKind.Conversation, conversationId);
            await Task.WhenAll(tabs.Select(tab => audiences.JoinAsync(tab, topic, new Told(0))));

            // The first words may have been said before this node was listening.
            if ((await heads.FindAsync(conversationId, CancellationToken.None)).Head is { LastSeq: > 0 } head)
            {
                await poll.FetchAsync(head, afterSeq: 0, CancellationToken.None);
            }
        }
        catch (ApiException failure)
        {
            log.LogDebug(failure, "What was said first in {ConversationId} may not have been heard", conversationId);
        }
    }
}

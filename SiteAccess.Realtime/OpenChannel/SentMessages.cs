using SiteAccess.Contracts.Messages;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>
/// The last messages that went over a connection: an acknowledgement names a message, positions are told by seq, and what comes
/// twice from the bus goes out once.
/// </summary>
sealed class SentMessages
{
    /// <summary>An acknowledgement of one that is older finds nothing; the next one makes up for it.</summary>
    public const int Most = 256;

    readonly Lock _gate = new();
    readonly Dictionary<Guid, (Guid ConversationId, long Seq)> _places = [];
    readonly Queue<Guid> _order = [];

    /// <returns>Whether it was not among them yet.</returns>
    public bool TryAdd(MessageView message)
    {
        lock (_gate)
        {
            if (!_places.TryAdd(message.Id, (message.ConversationId, message.Seq)))
            {
                return false;
            }

            _order.Enqueue(message.Id);
            if (_order.Count > Most)
            {
                _places.Remove(_order.Dequeue());
            }

            return true;
        }
    }

    /// <returns>The message's place; null when it was not sent here, or long ago.</returns>
    public (Guid ConversationId, long Seq)? Find(Guid messageId)
    {
        lock (_gate)
        {
            return _places.TryGetValue(messageId, out var place) ? place : null;
        }
    }
}

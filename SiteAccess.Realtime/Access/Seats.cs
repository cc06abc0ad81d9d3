using Microsoft.Extensions.Caching.Memory;
using SiteAccess.Contracts.Internal;

namespace SiteAccess.Realtime.Access;

/// <summary>Who may be in which conversation. Api says; its yes is believed for 30 s, its no not at all.</summary>
sealed class Seats(RealtimeApi api, IMemoryCache cache)
{
    static readonly TimeSpan Trust = TimeSpan.FromSeconds(30);

    /// <returns>Null when the person has no place in the conversation.</returns>
    public async ValueTask<Seat?> FindAsync(Actor actor, Guid conversationId, CancellationToken cancellationToken)
    {
        var key = (actor, conversationId);
        if (cache.TryGetValue(key, out Seat? seat) && !cache.TryGetValue(actor, out _))
        {
            return seat;
        }

        seat = await api.FindSeatAsync(conversationId, actor, cancellationToken);
        return seat is null ? null : cache.Set(key, seat, Trust);
    }

    /// <summary>Believes no yes about somebody any more that was said before.</summary>
    public void Forget(Actor actor) => cache.Set(actor, true, Trust);

    /// <summary>Remembers what Api has just said in another way.</summary>
    public void Note(Actor actor, Seat seat) => cache.Set((actor, seat.ConversationId), seat, Trust);
}

using System.Globalization;
using SiteAccess.Contracts.OpenChannel;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>What a client asks for: one conversation, from a position on or from now on, or the staff's stream.</summary>
/// <param name="ConversationId">The conversation; null for the staff's stream.</param>
/// <param name="AfterSeq">The last position that the client has; null for "from now on".</param>
/// <param name="Epoch">The epoch that the position belongs to, if the client says so.</param>
sealed record ChannelRequest(Guid? ConversationId, long? AfterSeq, string? Epoch)
{
    const string LastEventIdHeader = "Last-Event-ID";

    /// <returns>Null when it makes no sense.</returns>
    public static ChannelRequest? Read(HttpRequest request)
    {
        var query = request.Query;
        if (query["type"] == OpenChannelNames.Staff)
        {
            return new ChannelRequest(null, null, null);
        }

        // The header first: an EventSource that comes back repeats the address it began with. Polyfills cannot set it.
        string?[] positions = [request.Headers[LastEventIdHeader], query["lastEventId"], query["last_seq"]];
        var text = positions.FirstOrDefault(position => !string.IsNullOrEmpty(position));
        var after = -1L;
        if (!Guid.TryParse(query["session"], out var conversationId)
            || (text is not null && (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after) || after < 0)))
        {
            return null;
        }

        return new ChannelRequest(conversationId, text is null ? null : after, query["epoch"].FirstOrDefault(epoch => epoch is { Length: > 0 }));
    }
}

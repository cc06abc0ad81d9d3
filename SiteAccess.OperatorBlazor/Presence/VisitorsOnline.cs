using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Presence;
using SiteAccess.ServiceDefaults.Presence;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.OperatorBlazor.Presence;

/// <summary>Which visitors are on their site now, as one circuit knows it.</summary>
/// <param name="board">The board of who is there.</param>
public sealed class VisitorsOnline(PresenceBoard board)
{
    HashSet<Guid> _online = [];

    /// <summary>Whether a visitor is there.</summary>
    public bool IsOnline(Guid visitorId) => _online.Contains(visitorId);

    /// <summary>Somebody came or went.</summary>
    public void Put(PresenceView person)
    {
        if (person.Who != SenderType.Visitor) return;
        if (person.IsOnline) _online.Add(person.Id);
        else _online.Remove(person.Id);
    }

    /// <summary>Reads the whole board. While it is out of reach, what is known stays.</summary>
    public async Task LoadAsync(IReadOnlyList<ChannelSummary> channels, CancellationToken token)
    {
        try
        {
            var lists = await Task.WhenAll(channels.Select(channel => board.ListAsync(SenderType.Visitor, channel.Id, token)));
            _online = [.. lists.SelectMany(list => list)];
        }
        catch (RedisUnavailableException)
        {
            // The dots go stale for a while; the next check reads the board again.
        }
    }
}

using SiteAccess.Contracts.Internal;
using SiteAccess.Realtime.Access;
using SiteAccess.ServiceDefaults.Redis;
using SiteAccess.ServiceDefaults.Seen;

namespace SiteAccess.Realtime.Messages;

/// <summary>How far both sides of conversations have got: from the board, and what is not there from Api.</summary>
sealed class SeenPositions(SeenBoard board, RealtimeApi api, ILogger<SeenPositions> log)
{
    /// <summary>What the board has; nothing while Redis is away.</summary>
    public async Task<Dictionary<Guid, ConversationSeen>> OnBoardAsync(
        IEnumerable<Guid> conversationIds, CancellationToken cancellationToken)
    {
        try
        {
            var found = await board.FindAsync(conversationIds.Distinct(), cancellationToken);
            return found.OfType<ConversationSeen>().ToDictionary(one => one.ConversationId);
        }
        catch (RedisUnavailableException away)
        {
            log.LogDebug(away, "The board of positions is out of reach");
            return [];
        }
    }

    /// <exception cref="ServiceDefaults.Internal.ApiException">Api is away.</exception>
    public async Task<Dictionary<Guid, ConversationSeen>> FindAsync(
        IReadOnlyCollection<Guid> conversationIds, CancellationToken cancellationToken)
    {
        var found = await OnBoardAsync(conversationIds, cancellationToken);
        var others = conversationIds.Where(id => !found.ContainsKey(id)).Distinct().ToList();
        if (others.Count > 0)
        {
            foreach (var one in await api.FindSeenAsync(new FindSeen(others), cancellationToken))
            {
                found[one.ConversationId] = one;
            }
        }

        return found;
    }
}

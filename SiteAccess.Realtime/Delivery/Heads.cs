using SiteAccess.Contracts.Internal;
using SiteAccess.Realtime.Access;
using SiteAccess.ServiceDefaults.Batching;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.Delivery;

/// <summary>
/// Where a conversation stands now, asked of Api for many at once: clients that come back all together and have missed nothing cost
/// a fraction of a request each, and no reading of history.
/// </summary>
sealed class Heads
{
    readonly NaturalBatch<Guid, (string Epoch, ConversationHead? Head)> _batch;

    public Heads(RealtimeApi api) => _batch = new(AskHeads.MaxItems, async ids =>
    {
        var found = await api.FindHeadsAsync(new AskHeads([.. ids.Distinct()], []), CancellationToken.None);
        var heads = found.Heads.ToDictionary(head => head.Id);
        return [.. ids.Select(id => (found.Epoch, heads.GetValueOrDefault(id)))];
    });

    /// <returns>The system's epoch, and the head; null when there is no such conversation.</returns>
    /// <exception cref="ApiException">Api did not answer.</exception>
    public Task<(string Epoch, ConversationHead? Head)> FindAsync(Guid conversationId, CancellationToken cancellationToken) =>
        _batch.AskAsync(conversationId, cancellationToken);
}

using SiteAccess.Contracts.Internal;
using SiteAccess.ServiceDefaults.Batching;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.Access;

/// <summary>Who a visitor is and which conversations they have; those who connect at the same time are asked for together.</summary>
sealed class VisitorBook
{
    readonly NaturalBatch<Guid, VisitorConversations> _batch;

    public VisitorBook(RealtimeApi api) => _batch = new(AskVisitors.MaxItems, async ids =>
    {
        var found = await api.ListConversationsAsync(new AskVisitors([.. ids.Distinct()]), CancellationToken.None);
        var visitors = found.ToDictionary(visitor => visitor.VisitorId);
        return [.. ids.Select(id => visitors.GetValueOrDefault(id) ?? new VisitorConversations(id, "", []))];
    });

    /// <exception cref="ApiException">Api did not answer.</exception>
    public Task<VisitorConversations> FindAsync(Guid visitorId, CancellationToken cancellationToken) =>
        _batch.AskAsync(visitorId, cancellationToken);
}

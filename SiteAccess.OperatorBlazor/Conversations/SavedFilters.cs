using SiteAccess.Contracts.Conversations;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>The filters that the operator of this circuit keeps.</summary>
/// <param name="api">Api.</param>
public sealed class SavedFilters(OperatorApi api)
{
    const string Root = "/api/v1/saved-filters";

    /// <summary>The filters by name.</summary>
    public IReadOnlyList<SavedFilterView> All { get; private set; } = [];

    /// <summary>Fetches them.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task LoadAsync(CancellationToken token) => All = await api.ReadAsync<SavedFilterView[]>(Root, token);

    /// <summary>Keeps a filter; one of the same name is replaced.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task SaveAsync(string name, InboxFilter filter, CancellationToken token)
    {
        var saved = await api.WriteAsync<SaveFilter, SavedFilterView>(HttpMethod.Post, Root, new SaveFilter(name, filter.ToRules()), token);
        All = [.. All.Where(known => known.Id != saved.Id).Append(saved).OrderBy(known => known.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Forgets a filter.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task RemoveAsync(Guid id, CancellationToken token)
    {
        await api.RemoveAsync($"{Root}/{id:D}", token);
        All = [.. All.Where(known => known.Id != id)];
    }
}

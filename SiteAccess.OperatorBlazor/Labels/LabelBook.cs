using SiteAccess.Contracts.Labels;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Labels;

/// <summary>The labels of the installation, as this circuit knows them.</summary>
/// <param name="api">Api.</param>
public sealed class LabelBook(OperatorApi api)
{
    const string Root = "/api/v1/labels";

    /// <summary>Raised when the set changed.</summary>
    public event Action? Changed;

    /// <summary>All labels by name.</summary>
    public IReadOnlyList<LabelView> All { get; private set; } = [];

    /// <summary>One of them, or null.</summary>
    public LabelView? Find(Guid id) => All.FirstOrDefault(label => label.Id == id);

    /// <summary>Fetches them.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task LoadAsync(CancellationToken token)
    {
        var all = await api.ReadAsync<LabelView[]>(Root, token);
        if (all.SequenceEqual(All)) return;
        All = all;
        Changed?.Invoke();
    }

    /// <summary>Makes a label.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task<LabelView> AddAsync(SaveLabel label, CancellationToken token)
    {
        var added = await api.WriteAsync<SaveLabel, LabelView>(HttpMethod.Post, Root, label, token);
        Replace(added.Id, added);
        return added;
    }

    /// <summary>Renames or recolours a label for everybody.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task ChangeAsync(Guid id, SaveLabel label, CancellationToken token) =>
        Replace(id, await api.WriteAsync<SaveLabel, LabelView>(HttpMethod.Put, $"{Root}/{id:D}", label, token));

    /// <summary>Takes a label off every conversation, and away.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public async Task RemoveAsync(Guid id, CancellationToken token)
    {
        await api.RemoveAsync($"{Root}/{id:D}", token);
        Replace(id, null);
    }

    void Replace(Guid id, LabelView? label)
    {
        var others = All.Where(known => known.Id != id);
        All = [.. (label is null ? others : others.Append(label)).OrderBy(known => known.Name, StringComparer.CurrentCultureIgnoreCase)];
        Changed?.Invoke();
    }
}

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>The rows that an operator has marked to change them together.</summary>
public sealed class Selection
{
    readonly HashSet<Guid> _marked = [];
    Guid? _last;

    /// <summary>Raised when it changed.</summary>
    public event Action? Changed;

    /// <summary>Whether rows show their boxes although none is marked: asked for where there is no pointer to hover with.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>How many are marked.</summary>
    public int Count => _marked.Count;

    /// <summary>Whether a row is marked.</summary>
    public bool Has(Guid id) => _marked.Contains(id);

    /// <summary>Marks a row, or takes the mark away; with Shift all rows from the one before.</summary>
    /// <param name="id">The row.</param>
    /// <param name="isRange">Whether Shift was held.</param>
    /// <param name="rows">The rows of the list in their order.</param>
    public void Toggle(Guid id, bool isRange, IReadOnlyList<Guid> rows)
    {
        var (from, to) = (_last is { } last && isRange ? IndexOf(rows, last) : -1, IndexOf(rows, id));
        if (!_marked.Remove(id))
        {
            _marked.Add(id);
            if (from >= 0 && to >= 0)
                for (var at = Math.Min(from, to); at <= Math.Max(from, to); at++)
                    _marked.Add(rows[at]);
        }
        _last = id;
        Changed?.Invoke();
    }

    /// <summary>Marks these rows and no others.</summary>
    public void Mark(IEnumerable<Guid> ids)
    {
        _marked.Clear();
        _marked.UnionWith(ids);
        Changed?.Invoke();
    }

    /// <summary>Shows the boxes.</summary>
    public void Open()
    {
        IsOpen = true;
        Changed?.Invoke();
    }

    /// <summary>Takes all marks away.</summary>
    public void Clear()
    {
        _marked.Clear();
        (_last, IsOpen) = (null, false);
        Changed?.Invoke();
    }

    /// <summary>Forgets rows that the list does not show any more: what is not seen must not be changed.</summary>
    public void Keep(IEnumerable<Guid> rows)
    {
        var before = _marked.Count;
        if (before == 0) return;
        _marked.IntersectWith(rows);
        if (_marked.Count < before) Changed?.Invoke();
    }

    static int IndexOf(IReadOnlyList<Guid> rows, Guid id)
    {
        for (var at = 0; at < rows.Count; at++)
            if (rows[at] == id) return at;
        return -1;
    }
}

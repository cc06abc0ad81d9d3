using SiteAccess.Contracts.Conversations;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>How far each list has been paged.</summary>
public sealed class InboxPages
{
    readonly Dictionary<InboxFilter, Paged> _paged = [];

    /// <summary>Whether a list has its first page.</summary>
    public bool IsLoaded(InboxFilter filter) => _paged.ContainsKey(filter);

    /// <summary>Where its next page starts; null at the end.</summary>
    public string? CursorOf(InboxFilter filter) => _paged.GetValueOrDefault(filter)?.Cursor;

    /// <summary>The oldest activity down to which the list is whole.</summary>
    public DateTimeOffset FloorOf(InboxFilter filter) => _paged.GetValueOrDefault(filter)?.Floor ?? DateTimeOffset.MinValue;

    /// <summary>Notes a page that came. A first page that is fetched again does not take back the older ones.</summary>
    public void Note(InboxFilter filter, ConversationPage page, bool isFirst)
    {
        var floor = page.NextCursor is null || page.Items.Count == 0 ? DateTimeOffset.MinValue : page.Items[^1].LastActivityAt;
        if (isFirst && _paged.TryGetValue(filter, out var known) && known.Floor < floor) return;
        _paged[filter] = new Paged(page.NextCursor, floor);
    }

    sealed record Paged(string? Cursor, DateTimeOffset Floor);
}

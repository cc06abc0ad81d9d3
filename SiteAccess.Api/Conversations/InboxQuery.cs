using Microsoft.AspNetCore.Mvc;
using SiteAccess.Contracts.Conversations;

namespace SiteAccess.Api.Conversations;

/// <summary>The inbox's query parameters.</summary>
sealed class InboxQuery
{
    const int DefaultPageSize = 50;
    const int MaxPageSize = 200;

    /// <summary>open, pending, snoozed or resolved, several with commas; all when left out.</summary>
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    /// <summary>An operator's id, "me" or "none"; all when left out.</summary>
    [FromQuery(Name = "assignee")]
    public string? Assignee { get; init; }

    /// <summary>A channel's id; all of the operator's when left out.</summary>
    [FromQuery(Name = "channel")]
    public Guid? Channel { get; init; }

    /// <summary>"me": only conversations whose notes call the operator.</summary>
    [FromQuery(Name = "mentioned")]
    public string? Mentioned { get; init; }

    /// <summary>none, low, medium, high or urgent; all when left out.</summary>
    [FromQuery(Name = "priority")]
    public string? Priority { get; init; }

    /// <summary>A label's id: conversations that have it.</summary>
    [FromQuery(Name = "label")]
    public Guid? Label { get; init; }

    /// <summary>The previous page's nextCursor.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Rows, 1 to 200; 50 when left out.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    public int Size => Math.Clamp(Limit ?? DefaultPageSize, 1, MaxPageSize);

    public bool TryReadStatuses(out ConversationStatus[] statuses)
    {
        statuses = Enum.GetValues<ConversationStatus>();
        if (string.IsNullOrEmpty(Status))
            return true;
        var words = Status.Split(',', StringSplitOptions.TrimEntries);
        statuses = [.. statuses.Where(status => words.Contains(status.ToString(), StringComparer.OrdinalIgnoreCase))];
        return statuses.Length == words.Distinct(StringComparer.OrdinalIgnoreCase).Count();
    }

    /// <summary>Null for everybody's, the empty id for nobody's.</summary>
    public bool TryReadAssignee(Guid me, out Guid? assignee)
    {
        assignee = Assignee switch
        {
            null or "" => null,
            "me" => me,
            "none" => Guid.Empty,
            _ => Guid.TryParse(Assignee, out var id) ? id : null,
        };
        return string.IsNullOrEmpty(Assignee) || assignee is not null;
    }

    /// <summary>Null for all conversations.</summary>
    public bool TryReadMentioned(Guid me, out Guid? mentioned)
    {
        mentioned = Mentioned == "me" ? me : null;
        return string.IsNullOrEmpty(Mentioned) || mentioned is not null;
    }

    public bool TryReadPriority(out ConversationPriority? priority)
    {
        priority = null;
        if (string.IsNullOrEmpty(Priority))
            return true;
        var found = Enum.GetValues<ConversationPriority>().Where(known => string.Equals(known.ToString(), Priority, StringComparison.OrdinalIgnoreCase)).ToList();
        priority = found.Count == 1 ? found[0] : null;
        return priority is not null;
    }

    public bool TryReadCursor(out ConversationCursor after)
    {
        after = ConversationCursor.Top;
        return Cursor is null || ConversationCursor.TryParse(Cursor, out after);
    }
}

using SiteAccess.Contracts.Conversations;

namespace SiteAccess.Api.Conversations;

/// <summary>Reads the inbox's query parameters.</summary>
static class InboxQuery
{
    public static bool TryParseStatuses(string? text, out ConversationStatus[] statuses)
    {
        statuses = Enum.GetValues<ConversationStatus>();
        if (string.IsNullOrEmpty(text))
            return true;
        var words = text.Split(',', StringSplitOptions.TrimEntries);
        statuses = [.. statuses.Where(status => words.Contains(status.ToString(), StringComparer.OrdinalIgnoreCase))];
        return statuses.Length == words.Distinct(StringComparer.OrdinalIgnoreCase).Count();
    }

    /// <summary>Null for everybody's, the empty id for nobody's.</summary>
    public static bool TryParseAssignee(string? text, Guid me, out Guid? assignee)
    {
        assignee = text switch
        {
            null or "" => null,
            "me" => me,
            "none" => Guid.Empty,
            _ => Guid.TryParse(text, out var id) ? id : null,
        };
        return string.IsNullOrEmpty(text) || assignee is not null;
    }
}

using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.OperatorBlazor.Alerts;

/// <summary>
/// Finds out which visitors have said something since the last look, whichever way it became known: over the bus, or by asking Api
/// after a break. What was there at the first look is not news, and neither are older pages that are fetched later.
/// </summary>
public sealed class NewMessages
{
    readonly Dictionary<Guid, long> _heard = [];
    DateTimeOffset? _since;

    /// <summary>The conversations whose last words are news for an operator: theirs, or nobody's yet.</summary>
    /// <param name="known">Every conversation that the circuit knows.</param>
    /// <param name="me">The operator.</param>
    public List<ConversationSummary> Take(IReadOnlyCollection<ConversationSummary> known, Guid me)
    {
        var isFirst = _since is null;
        _since ??= known.Count == 0 ? DateTimeOffset.MinValue : known.Max(row => row.LastActivityAt);
        var news = new List<ConversationSummary>();
        foreach (var row in known)
        {
            if (IsNews(row) && !isFirst && (row.AssigneeId is null || row.AssigneeId == me)) news.Add(row);
            _heard[row.Id] = Math.Max(row.LastSeq, _heard.GetValueOrDefault(row.Id));
        }
        return news;
    }

    bool IsNews(ConversationSummary row) =>
        row is { UnreadCount: > 0, LastMessage: { SenderType: SenderType.Visitor } last }
        && (_heard.TryGetValue(row.Id, out var seq) ? row.LastSeq > seq : last.CreatedAt > _since);
}

using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>
/// The conversations that a circuit knows, merged from pages and from live events in whatever order they come. Positions
/// only ever grow, so a late page never takes back what an event has already shown.
/// </summary>
public sealed class ConversationSet
{
    readonly Dictionary<Guid, ConversationSummary> _known = [];

    /// <summary>All of them, in no order.</summary>
    public IReadOnlyCollection<ConversationSummary> All => _known.Values;

    /// <summary>One of them, or null.</summary>
    public ConversationSummary? Find(Guid id) => _known.GetValueOrDefault(id);

    /// <summary>Takes a summary as Api tells it.</summary>
    public void Put(ConversationSummary news) =>
        _known[news.Id] = Find(news.Id) is { } known && known.LastSeq > news.LastSeq
            ? news with
            {
                LastSeq = known.LastSeq,
                LastMessage = known.LastMessage,
                LastActivityAt = known.LastActivityAt,
                UnreadCount = known.UnreadCount,
                WaitingSince = known.WaitingSince,
                VisitorReadSeq = Math.Max(known.VisitorReadSeq, news.VisitorReadSeq),
            }
            : news;

    /// <summary>Takes a message that was just said; its summary may follow, or may already be here.</summary>
    /// <returns>False when the conversation is not known.</returns>
    public bool Put(MessageView message)
    {
        if (Find(message.ConversationId) is not { } known) return false;
        if (message.Seq <= known.LastSeq) return true;
        if (message.Kind == MessageKind.Event)
        {
            _known[known.Id] = known with { LastSeq = message.Seq };
            return true;
        }

        var fromVisitor = message.SenderType == SenderType.Visitor;
        _known[known.Id] = known with
        {
            LastSeq = message.Seq,
            LastMessage = message,
            LastActivityAt = message.CreatedAt,
            UnreadCount = known.UnreadCount + (fromVisitor ? 1 : 0),
            WaitingSince = fromVisitor ? known.WaitingSince ?? message.CreatedAt : MessageRules.IsInternal(message.Kind) ? known.WaitingSince : null,
        };
        return true;
    }

    /// <summary>Takes a message that was edited or deleted: its words may stand in the list.</summary>
    public void Change(MessageView message)
    {
        if (Find(message.ConversationId) is { } known && known.LastMessage?.Id == message.Id) _known[known.Id] = known with { LastMessage = message };
    }

    /// <summary>Notes how far the visitor has read.</summary>
    public void VisitorRead(Guid id, long seq)
    {
        if (Find(id) is { } known && known.VisitorReadSeq < seq) _known[id] = known with { VisitorReadSeq = seq };
    }

    /// <summary>Notes that an operator has read everything up to a position.</summary>
    public void OperatorRead(Guid id, long seq)
    {
        if (Find(id) is { UnreadCount: > 0 } known && seq >= known.LastSeq) _known[id] = known with { UnreadCount = 0 };
    }

    /// <summary>Forgets what a fresh page should have held and did not: it was moved elsewhere meanwhile.</summary>
    /// <param name="filter">What was asked for.</param>
    /// <param name="me">The operator.</param>
    /// <param name="page">What came.</param>
    /// <param name="keep">The open conversation, which stays in any case.</param>
    public void Replace(InboxFilter filter, Guid me, ConversationPage page, Guid? keep)
    {
        var floor = page.NextCursor is null ? DateTimeOffset.MinValue : page.Items[^1].LastActivityAt;
        var present = page.Items.Select(item => item.Id).ToHashSet();
        var gone = _known.Values
            .Where(known => known.Id != keep && !present.Contains(known.Id) && known.LastActivityAt > floor && filter.Matches(known, me))
            .Select(known => known.Id)
            .ToList();
        gone.ForEach(id => _known.Remove(id));
        foreach (var item in page.Items) Put(item);
    }

    /// <summary>The rows of a list, newest activity first.</summary>
    /// <param name="filter">What is wanted.</param>
    /// <param name="me">The operator.</param>
    /// <param name="floor">Nothing older than this: between it and the next page there may be gaps.</param>
    public List<ConversationSummary> In(InboxFilter filter, Guid me, DateTimeOffset floor) =>
        [.. _known.Values
            .Where(known => known.LastActivityAt >= floor && filter.Matches(known, me))
            .OrderByDescending(known => known.LastActivityAt)
            .ThenByDescending(known => known.Id)];
}

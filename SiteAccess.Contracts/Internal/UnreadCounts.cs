namespace SiteAccess.Contracts.Internal;

/// <summary>Asks how many of the visitors' messages no operator has read.</summary>
/// <param name="OperatorId">Who asks; others' conversations are left out.</param>
/// <param name="ConversationIds">At most <see cref="MaxConversations"/>.</param>
public sealed record CountUnread(Guid OperatorId, IReadOnlyList<Guid> ConversationIds)
{
    /// <summary>Conversations in one question at most.</summary>
    public const int MaxConversations = 200;
}

/// <summary>One conversation's count.</summary>
/// <param name="ConversationId">Which.</param>
/// <param name="Count">Messages.</param>
public sealed record UnreadCount(Guid ConversationId, int Count);

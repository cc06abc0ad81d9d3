using SiteAccess.Contracts.Conversations;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>Whose conversations the list shows.</summary>
public enum InboxView
{
    /// <summary>Those of the operator.</summary>
    Mine,

    /// <summary>Those of nobody.</summary>
    Unassigned,

    /// <summary>Everybody's.</summary>
    All,

    /// <summary>Those whose notes call the operator.</summary>
    Mentions,
}

/// <summary>What the list shows.</summary>
/// <param name="View">Whose.</param>
/// <param name="Resolved">Done ones instead of those that need somebody.</param>
public sealed record InboxFilter(InboxView View, bool Resolved = false)
{
    /// <summary>Whether a conversation belongs in the list of <paramref name="me"/>.</summary>
    public bool Matches(ConversationSummary conversation, Guid me) =>
        Resolved == (conversation.Status == ConversationStatus.Resolved) && View switch
        {
            InboxView.Mine => conversation.AssigneeId == me,
            InboxView.Unassigned => conversation.AssigneeId is null,
            InboxView.Mentions => conversation.MentionIds?.Contains(me) == true,
            _ => true,
        };
}

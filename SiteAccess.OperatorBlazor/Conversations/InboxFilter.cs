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

/// <summary>Which statuses the list shows.</summary>
public enum InboxStatus
{
    /// <summary>Open and pending: what is being worked on.</summary>
    Active,

    /// <summary>Those that need an operator.</summary>
    Open,

    /// <summary>Those that wait for the visitor.</summary>
    Pending,

    /// <summary>Those that are hidden for a while.</summary>
    Snoozed,

    /// <summary>Done ones.</summary>
    Resolved,

    /// <summary>Every status.</summary>
    All,
}

/// <summary>What the list shows.</summary>
/// <param name="View">Whose.</param>
/// <param name="Status">Which statuses.</param>
/// <param name="ChannelId">One channel; null for all.</param>
/// <param name="LabelId">Those with this label; null for all.</param>
/// <param name="Priority">Those of this priority; null for all.</param>
public sealed record InboxFilter(
    InboxView View, InboxStatus Status = InboxStatus.Active, Guid? ChannelId = null, Guid? LabelId = null, ConversationPriority? Priority = null)
{
    /// <summary>The statuses that are shown.</summary>
    public IReadOnlyList<ConversationStatus> Statuses => Status switch
    {
        InboxStatus.Active => [ConversationStatus.Open, ConversationStatus.Pending],
        InboxStatus.Open => [ConversationStatus.Open],
        InboxStatus.Pending => [ConversationStatus.Pending],
        InboxStatus.Snoozed => [ConversationStatus.Snoozed],
        InboxStatus.Resolved => [ConversationStatus.Resolved],
        _ => Enum.GetValues<ConversationStatus>(),
    };

    /// <summary>Whether it shows less than all that is being worked on.</summary>
    public bool IsNarrow => ChannelId is not null || LabelId is not null || Priority is not null;

    /// <summary>The same view without what narrows it.</summary>
    public InboxFilter Wide => this with { ChannelId = null, LabelId = null, Priority = null };

    /// <summary>Whether a conversation belongs in the list of <paramref name="me"/>.</summary>
    public bool Matches(ConversationSummary conversation, Guid me) =>
        Statuses.Contains(conversation.Status)
        && (ChannelId is null || conversation.ChannelId == ChannelId)
        && (Priority is null || conversation.Priority == Priority)
        && (LabelId is null || conversation.Labels?.Any(label => label.Id == LabelId) == true)
        && View switch
        {
            InboxView.Mine => conversation.AssigneeId == me,
            InboxView.Unassigned => conversation.AssigneeId is null,
            InboxView.Mentions => conversation.MentionIds?.Contains(me) == true,
            _ => true,
        };

    /// <summary>The filter as it is kept.</summary>
    public FilterRules ToRules() => new(
        View switch
        {
            InboxView.Mine => "me",
            InboxView.Unassigned => "none",
            _ => null,
        },
        Status == InboxStatus.All ? null : Statuses,
        ChannelId,
        LabelId,
        Priority,
        View == InboxView.Mentions ? true : null);

    /// <summary>Reads a kept filter. Statuses that no choice of the list has come as all of them.</summary>
    public static InboxFilter From(FilterRules rules)
    {
        var view = rules switch
        {
            { Mentioned: true } => InboxView.Mentions,
            { Assignee: "me" } => InboxView.Mine,
            { Assignee: "none" } => InboxView.Unassigned,
            _ => InboxView.All,
        };
        var filter = new InboxFilter(view, InboxStatus.All, rules.ChannelId, rules.LabelId, rules.Priority);
        return rules.Statuses is not { } statuses
            ? filter
            : Enum.GetValues<InboxStatus>()
                .Select(status => filter with { Status = status })
                .FirstOrDefault(choice => choice.Statuses.ToHashSet().SetEquals(statuses), filter);
    }
}

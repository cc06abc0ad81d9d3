namespace SiteAccess.Contracts.Conversations;

/// <summary>What an operator wants to see of the inbox.</summary>
/// <param name="Assignee">"me", "none", or null for everybody's.</param>
/// <param name="Statuses">The statuses; null for all.</param>
/// <param name="ChannelId">One channel; null for all of the operator's.</param>
/// <param name="LabelId">Conversations with this label only.</param>
/// <param name="Priority">Conversations of this priority only.</param>
/// <param name="Mentioned">Whether only those whose notes call the operator.</param>
public sealed record FilterRules(
    string? Assignee = null,
    IReadOnlyList<ConversationStatus>? Statuses = null,
    Guid? ChannelId = null,
    Guid? LabelId = null,
    ConversationPriority? Priority = null,
    bool? Mentioned = null);

/// <summary>A filter that an operator keeps under a name; nobody else sees it.</summary>
/// <param name="Id">The filter.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rules">What it shows.</param>
public sealed record SavedFilterView(Guid Id, string Name, FilterRules Rules);

/// <summary>Keeps a filter. One of the same name is replaced.</summary>
/// <param name="Name">1 to <see cref="MaxNameLength"/> characters.</param>
/// <param name="Rules">What it shows.</param>
public sealed record SaveFilter(string Name, FilterRules Rules)
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 60;

    /// <summary>The most filters of one operator.</summary>
    public const int MaxFilters = 50;
}

namespace SiteAccess.Contracts.Visitors;

/// <summary>A visitor who is on the site now.</summary>
/// <param name="Id">The visitor.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address, if known.</param>
/// <param name="ChannelName">On which site.</param>
/// <param name="PageUrl">The page they are on.</param>
/// <param name="PageTitle">Its title.</param>
/// <param name="Since">When their visit began, UTC.</param>
/// <param name="ConversationId">Their conversation that is not resolved, if any.</param>
/// <param name="AssigneeName">Who has it, if anybody.</param>
public sealed record LiveVisitor(
    Guid Id,
    string Name,
    string? Email,
    string ChannelName,
    string? PageUrl,
    string? PageTitle,
    DateTimeOffset Since,
    Guid? ConversationId,
    string? AssigneeName);

/// <summary>A page of those who are on the site, the latest comers first.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="NextCursor">Where the next page starts; null at the end.</param>
public sealed record LiveVisitors(IReadOnlyList<LiveVisitor> Items, int Count, string? NextCursor);

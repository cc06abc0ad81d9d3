namespace SiteAccess.Contracts.Conversations;

/// <summary>One of a visitor's conversations, as their list shows it.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="CreatedAt">When it began, UTC: the list's order.</param>
/// <param name="LastActivityAt">When its last message came, UTC.</param>
/// <param name="Preview">The beginning of the last words; private notes are none.</param>
/// <param name="OperatorName">The operator who has it, if any.</param>
public sealed record VisitorConversationRow(
    VisitorConversation Conversation,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastActivityAt,
    string? Preview = null,
    string? OperatorName = null);

/// <summary>A page of a visitor's conversations, the newest first.</summary>
/// <param name="Items">The rows.</param>
/// <param name="NextCursor">Where the next page starts; null at the end.</param>
public sealed record VisitorConversationPage(IReadOnlyList<VisitorConversationRow> Items, string? NextCursor = null);

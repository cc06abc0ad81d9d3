namespace SiteAccess.Contracts.Conversations;

/// <summary>An operator has a conversation before them, or not any more. Forget it after 40 s without news.</summary>
/// <param name="ConversationId">Where; null when they have just come and look at none.</param>
/// <param name="OperatorId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="ScreenId">Which of their screens: one operator may have several.</param>
/// <param name="IsViewing">Whether they look at it.</param>
/// <param name="AsksOthers">They have just come: whoever looks at a conversation tells them.</param>
public sealed record ViewingView(Guid? ConversationId, Guid OperatorId, string Name, Guid ScreenId, bool IsViewing, bool AsksOthers = false);

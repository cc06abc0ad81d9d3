using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Presence;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.OperatorBlazor.Live;

/// <summary>Something that happened in a channel, read from the bus once for all circuits of this process.</summary>
public abstract record LiveNews;

/// <summary>Somebody said something.</summary>
/// <param name="Message">What.</param>
public sealed record MessageArrived(MessageView Message) : LiveNews;

/// <summary>Somebody edited or deleted what they had said.</summary>
/// <param name="Message">As it is now.</param>
public sealed record MessageChanged(MessageView Message) : LiveNews;

/// <summary>A conversation began or changed.</summary>
/// <param name="Conversation">Its row.</param>
public sealed record ConversationChanged(ConversationSummary Conversation) : LiveNews;

/// <summary>Somebody has read.</summary>
/// <param name="Seen">Who, and up to where.</param>
public sealed record MessagesSeen(SeenView Seen) : LiveNews;

/// <summary>Somebody writes, or has stopped.</summary>
/// <param name="Typing">Who and where.</param>
public sealed record SomebodyTypes(TypingView Typing) : LiveNews;

/// <summary>An operator looks at a conversation, or not any more.</summary>
/// <param name="Viewing">Who and where.</param>
public sealed record SomebodyViews(ViewingView Viewing) : LiveNews;

/// <summary>Somebody came or went.</summary>
/// <param name="Presence">Who.</param>
public sealed record SomebodyCameOrWent(PresenceView Presence) : LiveNews;

/// <summary>A visitor has come to another page.</summary>
/// <param name="Moved">Who and where.</param>
public sealed record VisitorMoved(VisitorMovedView Moved) : LiveNews;

/// <summary>Something may have been missed: ask Api.</summary>
public sealed record Interrupted : LiveNews;

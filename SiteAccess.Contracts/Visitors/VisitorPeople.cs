namespace SiteAccess.Contracts.Visitors;

/// <summary>A page that a visitor looked at.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="SeenAt">When they came to it, UTC.</param>
public sealed record PageSeen(string Url, string? Title, DateTimeOffset SeenAt);

/// <summary>A visitor is on another page now.</summary>
/// <param name="ChannelId">Where.</param>
/// <param name="VisitorId">Who.</param>
/// <param name="Url">The page's address.</param>
/// <param name="Title">Its title.</param>
/// <param name="At">Since when, UTC.</param>
public sealed record VisitorMovedView(Guid ChannelId, Guid VisitorId, string Url, string? Title, DateTimeOffset At);

/// <summary>Changes what is known of a visitor; what is null stays, what is empty is forgotten.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="Attributes">All of them, at most 50: name of 1 to 60 characters → value of at most 500.</param>
public sealed record ChangeVisitor(string? Name = null, string? Email = null, IReadOnlyDictionary<string, string>? Attributes = null);

/// <summary>Names the visitor who is the same person: their conversations and browsers become the other's, and they themselves end.</summary>
/// <param name="OtherId">The one who ends.</param>
public sealed record MergeVisitor(Guid OtherId);

/// <summary>Somebody who may be the same person.</summary>
/// <param name="Id">The visitor.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="LastSeenAt">When they were last here, UTC.</param>
/// <param name="ConversationCount">How many conversations they have.</param>
public sealed record VisitorMatch(Guid Id, string Name, string? Email, DateTimeOffset LastSeenAt, int ConversationCount);

/// <summary>A blocked visitor in a list.</summary>
/// <param name="Id">The visitor.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="ChannelName">Where.</param>
/// <param name="BlockedAt">Since when, UTC.</param>
/// <param name="BlockedByName">By whom.</param>
public sealed record BlockedVisitor(Guid Id, string Name, string? Email, string ChannelName, DateTimeOffset BlockedAt, string? BlockedByName);

/// <summary>A page of blocked visitors, the latest first.</summary>
/// <param name="Items">The rows.</param>
/// <param name="NextCursor">Where the next page starts; null at the end.</param>
public sealed record BlockedVisitors(IReadOnlyList<BlockedVisitor> Items, string? NextCursor);

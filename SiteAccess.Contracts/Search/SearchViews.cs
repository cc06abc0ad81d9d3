using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Contracts.Search;

/// <summary>A message that was found.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Conversation">The conversation it stands in.</param>
/// <param name="Seq">Its position there.</param>
/// <param name="SenderType">Who said it.</param>
/// <param name="SenderName">Their name when they said it.</param>
/// <param name="Kind">Words to the visitor, or a private note.</param>
/// <param name="Excerpt">The words around the first place that matches, in their order.</param>
/// <param name="CreatedAt">When it was said, UTC.</param>
public sealed record MessageHit(
    Guid MessageId,
    ConversationSummary Conversation,
    long Seq,
    SenderType SenderType,
    string? SenderName,
    MessageKind Kind,
    IReadOnlyList<ExcerptPart> Excerpt,
    DateTimeOffset CreatedAt);

/// <summary>A part of an excerpt.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsMatch">Whether they are what was searched for.</param>
public sealed record ExcerptPart(string Text, bool IsMatch);

/// <summary>A page of messages that were found, newest first.</summary>
/// <param name="Items">The messages.</param>
/// <param name="NextCursor">Where the next page starts; null at the end.</param>
public sealed record MessageHitPage(IReadOnlyList<MessageHit> Items, string? NextCursor);

/// <summary>What may be searched for.</summary>
public static class SearchRules
{
    /// <summary>The shortest query, in characters.</summary>
    public const int MinLength = 2;

    /// <summary>The longest query, in characters.</summary>
    public const int MaxLength = 200;
}

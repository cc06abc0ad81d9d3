namespace SiteAccess.Contracts.Messages;

/// <summary>A run of messages in rising <c>seq</c>.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="LastSeq">The conversation's last position at the time of reading.</param>
/// <param name="Epoch">The system's epoch: when it differs from the client's, the client reloads.</param>
/// <param name="HasMore">Whether more lie in the direction that was asked for.</param>
/// <param name="Revision">How many changes of messages the conversation has seen: a client hands it back to learn of later ones.</param>
/// <param name="Changed">Messages up to the client's position that were edited or deleted since the revision it named.</param>
public sealed record MessagePage(
    IReadOnlyList<MessageView> Messages,
    long LastSeq,
    string Epoch,
    bool HasMore,
    long Revision = 0,
    IReadOnlyList<MessageView>? Changed = null);

/// <summary>Limits of messages.</summary>
public static class MessageRules
{
    /// <summary>The longest text of a message, in UTF-16 characters.</summary>
    public const int MaxBodyLength = 8_000;

    /// <summary>Messages on a page when nothing is said.</summary>
    public const int DefaultPageSize = 50;

    /// <summary>Messages on a page at most.</summary>
    public const int MaxPageSize = 200;

    /// <summary>The longest beginning of a quoted message, in characters.</summary>
    public const int MaxQuoteLength = 200;

    /// <summary>The longest draft that operators are shown.</summary>
    public const int MaxDraftLength = 500;

    /// <summary>Operators whom one note may call.</summary>
    public const int MaxMentions = 20;

    /// <summary>How long a visitor may change or delete what they wrote.</summary>
    public static readonly TimeSpan VisitorChangeTime = TimeSpan.FromMinutes(15);

    /// <summary>How long an operator may.</summary>
    public static readonly TimeSpan OperatorChangeTime = TimeSpan.FromHours(24);

    /// <summary>Whether only operators see messages of a kind: notes, and what happened behind the counter.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsInternal(MessageKind kind) => kind is MessageKind.Note or MessageKind.Event;

    /// <summary>How long the author may change a message.</summary>
    /// <param name="author">Visitor or operator.</param>
    public static TimeSpan ChangeTime(SenderType author) => author == SenderType.Visitor ? VisitorChangeTime : OperatorChangeTime;
}

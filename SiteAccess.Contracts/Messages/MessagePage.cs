namespace SiteAccess.Contracts.Messages;

/// <summary>A run of messages in rising <c>seq</c>.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="LastSeq">The conversation's last position at the time of reading.</param>
/// <param name="Epoch">The system's epoch: when it differs from the client's, the client reloads.</param>
/// <param name="HasMore">Whether more lie in the direction that was asked for.</param>
public sealed record MessagePage(IReadOnlyList<MessageView> Messages, long LastSeq, string Epoch, bool HasMore);

/// <summary>Limits of messages.</summary>
public static class MessageRules
{
    /// <summary>The longest text of a message, in UTF-16 characters.</summary>
    public const int MaxBodyLength = 8_000;

    /// <summary>Messages on a page when nothing is said.</summary>
    public const int DefaultPageSize = 50;

    /// <summary>Messages on a page at most.</summary>
    public const int MaxPageSize = 200;
}

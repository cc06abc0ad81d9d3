using SiteAccess.Contracts.Messages;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>What the composer of a thread writes to: the conversation as such, an answer to a message, or an own message anew.</summary>
public sealed class ThreadContext
{
    /// <summary>Raised when it is another.</summary>
    public event Action? Changed;

    /// <summary>The message that is answered.</summary>
    public QuotedMessage? ReplyTo { get; private set; }

    /// <summary>The own message that is edited.</summary>
    public MessageView? Edited { get; private set; }

    /// <summary>Answers a message.</summary>
    public void Reply(QuotedMessage message) => Set(message, null);

    /// <summary>Edits an own message.</summary>
    public void Edit(MessageView message) => Set(null, message);

    /// <summary>Writes to the conversation as such.</summary>
    public void Clear()
    {
        if (ReplyTo is not null || Edited is not null) Set(null, null);
    }

    void Set(QuotedMessage? replyTo, MessageView? edited)
    {
        (ReplyTo, Edited) = (replyTo, edited);
        Changed?.Invoke();
    }
}

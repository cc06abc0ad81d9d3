using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Conversations;

/// <summary>What a visitor and the operators of a channel say to each other.</summary>
sealed class Conversation
{
    public required Guid Id { get; init; }

    public required Guid ChannelId { get; init; }

    public required Guid VisitorId { get; init; }

    public ConversationStatus Status { get; set; } = ConversationStatus.Open;

    public Guid? AssigneeId { get; set; }

    public ConversationPriority Priority { get; set; }

    /// <summary>Until when it is hidden, while its status is snoozed.</summary>
    public DateTimeOffset? SnoozedUntil { get; set; }

    /// <summary>Position of the last message; positions run from 1 without gaps.</summary>
    public long LastSeq { get; set; }

    public long VisitorDeliveredSeq { get; set; }

    public long VisitorReadSeq { get; set; }

    public long OperatorDeliveredSeq { get; set; }

    public long OperatorReadSeq { get; set; }

    /// <summary>Messages for the visitor after <see cref="VisitorReadSeq"/>.</summary>
    public int UnreadByVisitor { get; set; }

    /// <summary>The visitor's messages after <see cref="OperatorReadSeq"/>.</summary>
    public int UnreadByOperators { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its first message came; null while it is empty. Indexes ask this instead of <see cref="LastSeq"/>, which changes all the time.</summary>
    public DateTimeOffset? BegunAt { get; set; }

    /// <summary>When its last message came, in whole seconds: so that a lively conversation does not change the inbox's indexes with each message.</summary>
    public required DateTimeOffset LastActivityAt { get; set; }

    /// <summary>Since when the visitor waits for an answer.</summary>
    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>Takes one more message and answers its position. A visitor's message brings the conversation back to the operators.</summary>
    public long Take(SenderType sender, DateTimeOffset at)
    {
        LastSeq++;
        BegunAt ??= at;
        var second = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), at.Offset);
        LastActivityAt = second > LastActivityAt ? second : LastActivityAt;
        if (sender == SenderType.Visitor)
        {
            UnreadByOperators++;
            WaitingSince ??= at;
            Status = ConversationStatus.Open;
            SnoozedUntil = null;
        }
        else
        {
            UnreadByVisitor++;
            WaitingSince = null;
        }

        return LastSeq;
    }

    /// <summary>Moves it to a status; only a snoozed one has an end of its sleep, and nobody waits in a resolved one.</summary>
    public void Become(ConversationStatus status, DateTimeOffset? snoozedUntil)
    {
        Status = status;
        SnoozedUntil = status == ConversationStatus.Snoozed ? snoozedUntil : null;
        if (status == ConversationStatus.Resolved)
            WaitingSince = null;
    }

    /// <summary>Brings a snoozed conversation back.</summary>
    public void Wake() => Become(ConversationStatus.Open, null);
}

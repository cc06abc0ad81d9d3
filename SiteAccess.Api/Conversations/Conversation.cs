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

    /// <summary>The team that has it; one of its members may be the assignee.</summary>
    public Guid? TeamId { get; set; }

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

    /// <summary>How many changes of its messages it has seen.</summary>
    public long Revision { get; set; }

    /// <summary>The operators whom its notes call; null for none.</summary>
    public Guid[]? MentionIds { get; set; }

    /// <summary>Takes one more message and answers its position. A visitor's message brings the conversation back to the operators.</summary>
    public long Take(SenderType sender, DateTimeOffset at, MessageKind kind = MessageKind.Text)
    {
        LastSeq++;
        BegunAt ??= at;

        // What operators do with a conversation is nothing that was said in it.
        if (kind == MessageKind.Event)
            return LastSeq;
        var second = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), at.Offset);
        LastActivityAt = second > LastActivityAt ? second : LastActivityAt;
        if (sender == SenderType.Visitor)
        {
            UnreadByOperators++;
            WaitingSince ??= at;
            Status = ConversationStatus.Open;
            SnoozedUntil = null;
        }
        else if (!MessageRules.IsInternal(kind))
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

    /// <summary>Gives it to a team, whose members see to it that somebody takes it; null takes it from every team.</summary>
    public void TransferTo(Guid? teamId)
    {
        if (teamId is not null)
            AssigneeId = null;
        TeamId = teamId;
    }

    /// <summary>Brings a snoozed conversation back.</summary>
    public void Wake() => Become(ConversationStatus.Open, null);
}

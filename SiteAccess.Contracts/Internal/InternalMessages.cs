using SiteAccess.Contracts.Messages;

namespace SiteAccess.Contracts.Internal;

/// <summary>For whom a service speaks.</summary>
/// <param name="Kind">Visitor or operator.</param>
/// <param name="Id">The person.</param>
public sealed record Actor(SenderType Kind, Guid Id);

/// <summary>Many sends in one request: one round trip, one commit.</summary>
/// <param name="Items">At most <see cref="MaxItems"/>.</param>
public sealed record SendBatch(IReadOnlyList<SendItem> Items)
{
    /// <summary>Items in one batch at most.</summary>
    public const int MaxItems = 500;
}

/// <summary>One send of a batch.</summary>
/// <param name="Actor">Who sends.</param>
/// <param name="ConversationId">Where to.</param>
/// <param name="ClientMessageId">Made by the client.</param>
/// <param name="Body">Plain text.</param>
/// <param name="AttachmentIds">Uploaded files.</param>
/// <param name="TraceParent">W3C trace context of the send.</param>
public sealed record SendItem(
    Actor Actor,
    Guid ConversationId,
    Guid ClientMessageId,
    string Body,
    IReadOnlyList<Guid>? AttachmentIds = null,
    string? TraceParent = null);

/// <summary>The answers, in the order of the items.</summary>
/// <param name="Results">One per item.</param>
public sealed record SendBatchResult(IReadOnlyList<SendResult> Results);

/// <summary>What became of one send: either a message or an error.</summary>
/// <param name="Message">The stored message.</param>
/// <param name="IsRepeat">Whether it had been stored before.</param>
/// <param name="Error">One of <see cref="Errors.ErrorCodes"/>.</param>
public sealed record SendResult(MessageView? Message, bool IsRepeat = false, string? Error = null);

/// <summary>Somebody's place in a conversation.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ChannelId">Its channel.</param>
/// <param name="ActorKind">Visitor or operator.</param>
/// <param name="ActorId">The person.</param>
/// <param name="DisplayName">Their name for the others.</param>
/// <param name="LastSeq">The conversation's last position at that time, or an earlier one.</param>
public sealed record Seat(
    Guid ConversationId, Guid ChannelId, SenderType ActorKind, Guid ActorId, string? DisplayName, long LastSeq = 0);

/// <summary>How far somebody has got.</summary>
/// <param name="Actor">Who.</param>
/// <param name="ConversationId">Where.</param>
/// <param name="DeliveredSeq">Delivered up to here; null leaves it.</param>
/// <param name="ReadSeq">Read up to here; null leaves it.</param>
public sealed record ReportPosition(Actor Actor, Guid ConversationId, long? DeliveredSeq, long? ReadSeq);

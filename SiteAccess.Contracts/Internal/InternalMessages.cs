using System.Text.Json.Serialization;
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
/// <param name="Kind">Note, or text when left out.</param>
/// <param name="MentionIds">In a note: the operators whom it calls.</param>
/// <param name="ReplyToSeq">The message that it answers.</param>
public sealed record SendItem(
    Actor Actor,
    Guid ConversationId,
    Guid ClientMessageId,
    string Body,
    IReadOnlyList<Guid>? AttachmentIds = null,
    string? TraceParent = null,
    MessageKind? Kind = null,
    IReadOnlyList<Guid>? MentionIds = null,
    long? ReplyToSeq = null)
{
    /// <summary>Whether files go with it.</summary>
    [JsonIgnore]
    public bool HasFiles => AttachmentIds is { Count: > 0 };
}

/// <summary>The answers, in the order of the items.</summary>
/// <param name="Results">One per item.</param>
public sealed record SendBatchResult(IReadOnlyList<SendAnswer> Results);

/// <summary>What became of one send: either it is committed or there is an error.</summary>
/// <param name="Accepted">The acknowledgement; for a repetition that of the first time.</param>
/// <param name="Error">One of <see cref="Errors.ErrorCodes"/>.</param>
public sealed record SendAnswer(MessageAccepted? Accepted, string? Error = null);

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

/// <summary>Many positions in one request: one statement moves them all.</summary>
/// <param name="Items">At most <see cref="MaxItems"/>.</param>
public sealed record ReportPositions(IReadOnlyList<ReportPosition> Items)
{
    /// <summary>Items in one request at most.</summary>
    public const int MaxItems = 500;
}

/// <summary>How far both sides of a conversation have got.</summary>
/// <param name="ConversationId">Which.</param>
/// <param name="Visitor">The visitor's side.</param>
/// <param name="Operators">The operators' side: the furthest of them.</param>
public sealed record ConversationSeen(Guid ConversationId, Reached Visitor, Reached Operators);

/// <summary>How far one side has got.</summary>
/// <param name="DeliveredSeq">Delivered up to here.</param>
/// <param name="ReadSeq">Read up to here.</param>
public sealed record Reached(long DeliveredSeq, long ReadSeq);

/// <summary>Asks how far both sides of some conversations have got.</summary>
/// <param name="ConversationIds">At most <see cref="ReportPositions.MaxItems"/>.</param>
public sealed record FindSeen(IReadOnlyList<Guid> ConversationIds);

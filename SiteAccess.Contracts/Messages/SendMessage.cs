namespace SiteAccess.Contracts.Messages;

/// <summary>Asks for a message to be stored and delivered (REST).</summary>
/// <param name="ClientMessageId">Made by the client; the same id again returns the first result.</param>
/// <param name="Body">Plain text, 1 to <see cref="MessageRules.MaxBodyLength"/> characters; may be empty when files go with it.</param>
/// <param name="AttachmentIds">Uploaded files to go with it.</param>
/// <param name="Kind"><c>note</c> for a private note of an operator; <c>text</c> when left out.</param>
/// <param name="MentionIds">In a note: members of the channel whom it calls, at most <see cref="MessageRules.MaxMentions"/>.</param>
/// <param name="ReplyToSeq">The message of the same conversation that it answers.</param>
public sealed record SendMessage(
    Guid ClientMessageId,
    string Body,
    IReadOnlyList<Guid>? AttachmentIds = null,
    MessageKind? Kind = null,
    IReadOnlyList<Guid>? MentionIds = null,
    long? ReplyToSeq = null);

/// <summary>The same over the hub, where the conversation is not in the address.</summary>
/// <param name="ConversationId">Where to.</param>
/// <param name="ClientMessageId">Made by the client; the same id again returns the first result.</param>
/// <param name="Body">Plain text, 1 to <see cref="MessageRules.MaxBodyLength"/> characters; may be empty when files go with it.</param>
/// <param name="AttachmentIds">Uploaded files to go with it.</param>
/// <param name="Kind"><c>note</c> for a private note of an operator; <c>text</c> when left out.</param>
/// <param name="MentionIds">In a note: members of the channel whom it calls, at most <see cref="MessageRules.MaxMentions"/>.</param>
/// <param name="ReplyToSeq">The message of the same conversation that it answers.</param>
public sealed record SendToConversation(
    Guid ConversationId,
    Guid ClientMessageId,
    string Body,
    IReadOnlyList<Guid>? AttachmentIds = null,
    MessageKind? Kind = null,
    IReadOnlyList<Guid>? MentionIds = null,
    long? ReplyToSeq = null);

/// <summary>The hub's acknowledgement: the message is committed.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Seq">Its position.</param>
/// <param name="CreatedAt">When it was stored, UTC.</param>
public sealed record MessageAccepted(Guid Id, long Seq, DateTimeOffset CreatedAt);

/// <summary>Asks for what came after a position.</summary>
/// <param name="ConversationId">Which conversation.</param>
/// <param name="AfterSeq">The last position that the client has; 0 for none.</param>
/// <param name="Limit">At most this many, 1 to <see cref="MessageRules.MaxPageSize"/>.</param>
/// <param name="Revision">The revision of the last page that the client had: what was edited or deleted since comes as well.</param>
public sealed record MessagesSince(
    Guid ConversationId, long AfterSeq, int Limit = MessageRules.DefaultPageSize, long? Revision = null);

/// <summary>A position in a conversation: delivered or read up to here.</summary>
/// <param name="ConversationId">Which conversation.</param>
/// <param name="LastSeq">Up to and with this position.</param>
public sealed record MessagePosition(Guid ConversationId, long LastSeq);

/// <summary>How far somebody in a conversation has got.</summary>
/// <param name="ConversationId">Which conversation.</param>
/// <param name="Who">Visitor or operator.</param>
/// <param name="DeliveredSeq">Delivered up to here.</param>
/// <param name="ReadSeq">Read up to here.</param>
public sealed record SeenView(Guid ConversationId, SenderType Who, long DeliveredSeq, long ReadSeq);

/// <summary>Reads a conversation up to a position (REST).</summary>
/// <param name="LastSeq">Up to and with this position.</param>
public sealed record MarkRead(long LastSeq);

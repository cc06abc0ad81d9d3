using SiteAccess.Contracts.Messages;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>A message on its way to Api.</summary>
/// <param name="ConversationId">Where to.</param>
/// <param name="ClientMessageId">Made in the browser; Api stores it once, however often it is sent.</param>
/// <param name="Body">The text.</param>
/// <param name="WrittenAt">When it was written, UTC.</param>
/// <param name="Problem">Why it was not sent, as an error code; null while it is being sent.</param>
/// <param name="Kind">Note, or text when left out.</param>
/// <param name="MentionIds">In a note: the colleagues whom it calls.</param>
/// <param name="ReplyToSeq">The message that it answers.</param>
/// <param name="Attachments">Uploaded files that go with it; null for none.</param>
public sealed record Outgoing(
    Guid ConversationId,
    Guid ClientMessageId,
    string Body,
    DateTimeOffset WrittenAt,
    string? Problem = null,
    MessageKind? Kind = null,
    Guid[]? MentionIds = null,
    long? ReplyToSeq = null,
    IReadOnlyList<AttachmentView>? Attachments = null);

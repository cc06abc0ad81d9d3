using System.Text.Json.Serialization;

namespace SiteAccess.Contracts.Messages;

/// <summary>A message as every party sees it (wire protocol v1).</summary>
/// <param name="Id">The message's id (UUIDv7).</param>
/// <param name="ConversationId">The conversation it belongs to.</param>
/// <param name="Seq">Its position in the conversation: from 1, without gaps.</param>
/// <param name="ClientMessageId">The id the sender made; repeating a send with it stores nothing twice.</param>
/// <param name="SenderType">Who wrote it.</param>
/// <param name="SenderId">The visitor or operator; null for bot and system.</param>
/// <param name="SenderName">The name to show; null when there is none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Attachments">Files that came with it.</param>
/// <param name="CreatedAt">When it was stored, UTC.</param>
/// <param name="EditedAt">When its author last changed it, UTC; null while it stands as it was written.</param>
/// <param name="DeletedAt">When its author deleted it, UTC: its text is gone, its place stays.</param>
/// <param name="ReplyTo">The message that it answers, if it quotes one.</param>
/// <param name="MentionIds">In a note: the operators whom it calls.</param>
public sealed record MessageView(
    Guid Id,
    Guid ConversationId,
    long Seq,
    Guid ClientMessageId,
    SenderType SenderType,
    Guid? SenderId,
    string? SenderName,
    MessageKind Kind,
    string Body,
    IReadOnlyList<AttachmentView> Attachments,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EditedAt = null,
    DateTimeOffset? DeletedAt = null,
    QuotedMessage? ReplyTo = null,
    IReadOnlyList<Guid>? MentionIds = null);

/// <summary>Who wrote a message.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SenderType>))]
public enum SenderType
{
    /// <summary>A visitor of the site.</summary>
    [JsonStringEnumMemberName("visitor")] Visitor,

    /// <summary>An operator.</summary>
    [JsonStringEnumMemberName("operator")] Operator,

    /// <summary>A program speaking for the channel.</summary>
    [JsonStringEnumMemberName("bot")] Bot,

    /// <summary>SiteAccess itself.</summary>
    [JsonStringEnumMemberName("system")] System,
}

/// <summary>What a message is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessageKind>))]
public enum MessageKind
{
    /// <summary>Words.</summary>
    [JsonStringEnumMemberName("text")] Text,

    /// <summary>A file.</summary>
    [JsonStringEnumMemberName("attachment")] Attachment,

    /// <summary>A private note: operators only.</summary>
    [JsonStringEnumMemberName("note")] Note,

    /// <summary>A call's row.</summary>
    [JsonStringEnumMemberName("call")] Call,

    /// <summary>A meeting's row.</summary>
    [JsonStringEnumMemberName("meeting")] Meeting,

    /// <summary>Something that happened to the conversation.</summary>
    [JsonStringEnumMemberName("event")] Event,
}

/// <summary>A file of a message.</summary>
/// <param name="Id">The attachment's id.</param>
/// <param name="Name">The file's name, for people.</param>
/// <param name="ContentType">The media type found in its content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Width">Pixels, as it is shown; there when it is a picture that can be shown inline.</param>
/// <param name="Height">Pixels, likewise.</param>
public sealed record AttachmentView(Guid Id, string Name, string ContentType, long Size, int? Width = null, int? Height = null);

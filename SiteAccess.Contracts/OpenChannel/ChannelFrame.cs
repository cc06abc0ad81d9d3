using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Contracts.OpenChannel;

/// <summary>What the server says on the open channel; <see cref="OpenChannelJson"/> writes it in snake_case.</summary>
/// <typeparam name="T">What there is to say.</typeparam>
/// <param name="Type">One of <see cref="OpenChannelNames"/>.</param>
/// <param name="SessionId">The conversation, if it is about one.</param>
/// <param name="Data">The details.</param>
public sealed record ChannelFrame<T>(string Type, Guid? SessionId, T Data);

/// <summary>A message. Private notes are never on the open channel, so <c>seq</c> may skip.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Seq">Its position in the conversation.</param>
/// <param name="SenderType">Who wrote it.</param>
/// <param name="Body">Plain text.</param>
/// <param name="CreatedAt">When it was stored, UTC.</param>
/// <param name="EditedAt">When its author last changed it, UTC, if they did.</param>
/// <param name="DeletedAt">When its author deleted it, UTC, if they did; then the text is empty.</param>
/// <param name="Attachments">Files that came with it; null for none.</param>
public sealed record ChannelMessage(
    Guid Id,
    long Seq,
    SenderType SenderType,
    string Body,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EditedAt = null,
    DateTimeOffset? DeletedAt = null,
    IReadOnlyList<AttachmentView>? Attachments = null);

/// <summary>Where a conversation stands. A session's stream leaves out what only operators may know.</summary>
/// <param name="Status">The status.</param>
/// <param name="LastSeq">Position of its last message.</param>
/// <param name="AssigneeName">The operator who has it, if any.</param>
/// <param name="AssigneeId">Staff: that operator.</param>
/// <param name="VisitorName">Staff: who writes.</param>
/// <param name="ChannelId">Staff: the channel it came through.</param>
public sealed record ChannelSession(
    ConversationStatus Status,
    long LastSeq,
    string? AssigneeName,
    Guid? AssigneeId = null,
    string? VisitorName = null,
    Guid? ChannelId = null);

/// <summary>How many of the visitor's messages come after the last that an operator read.</summary>
/// <param name="UnreadCount">Messages.</param>
public sealed record ChannelAlert(int UnreadCount);

/// <summary>What was wrong, or why the stream ends.</summary>
/// <param name="Code">One of <see cref="Errors.ErrorCodes"/>.</param>
public sealed record ChannelError(string Code);

/// <summary>What a client may say; what it does not need is absent.</summary>
/// <param name="Type"><c>ack</c>, <c>ping</c> or <c>pong</c>.</param>
/// <param name="LastId">With <c>ack</c>: the last message that has arrived.</param>
public sealed record ChannelWord(string? Type, Guid? LastId = null);

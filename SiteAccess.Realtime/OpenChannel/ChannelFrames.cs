using System.Runtime.InteropServices;
using System.Text.Json;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.OpenChannel;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>A frame ready for the wire.</summary>
/// <param name="Text">JSON in UTF-8.</param>
/// <param name="Seq">The position that a session's stream has reached with it.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct OutgoingFrame(byte[] Text, long? Seq = null);

/// <summary>Writes what the server says.</summary>
static class ChannelFrames
{
    public static readonly byte[] Ping = Write<object?>(OpenChannelNames.Ping, null, null);
    public static readonly byte[] Pong = Write<object?>(OpenChannelNames.Pong, null, null);

    public static byte[] Message(MessageView message) => Write(
        OpenChannelNames.Message,
        message.ConversationId,
        View(message));

    /// <summary>A message that was edited or deleted.</summary>
    public static byte[] Changed(MessageView message) => Write(OpenChannelNames.MessageUpdated, message.ConversationId, View(message));

    /// <summary>A change as the conversation's parties may know it.</summary>
    public static byte[] Session(string type, ConversationSummary row) =>
        Write(type, row.Id, new ChannelSession(row.Status, row.LastSeq, row.AssigneeName));

    /// <summary>A change as the staff knows it.</summary>
    public static byte[] StaffSession(string type, ConversationSummary row) => Write(
        type,
        row.Id,
        new ChannelSession(row.Status, row.LastSeq, row.AssigneeName, row.AssigneeId, row.Visitor.Name, row.ChannelId));

    public static byte[] Alert(Guid conversationId, int unreadCount) =>
        Write(OpenChannelNames.Alert, conversationId, new ChannelAlert(unreadCount));

    public static byte[] Error(string code) => Write(OpenChannelNames.Error, null, new ChannelError(code));

    static ChannelMessage View(MessageView message) => new(
        message.Id,
        message.Seq,
        message.SenderType,
        message.Body,
        message.CreatedAt,
        message.EditedAt,
        message.DeletedAt,
        message.Attachments.Count == 0 ? null : message.Attachments);

    static byte[] Write<T>(string type, Guid? sessionId, T data) =>
        JsonSerializer.SerializeToUtf8Bytes(new ChannelFrame<T>(type, sessionId, data), OpenChannelJson.Options);
}

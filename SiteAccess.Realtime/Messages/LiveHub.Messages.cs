using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Metrics;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Realtime;

sealed partial class LiveHub
{
    /// <summary>Stores a message and answers when it is committed. Repeating it with its clientMessageId is always safe.</summary>
    [HubMethodName(HubEvents.MessageSend)]
    public async Task<MessageAccepted> SendMessage(SendToConversation request)
    {
        // Whether the sender may is asked by Api with the message itself; here it is only about hearing what comes back.
        await attendance.JoinOwnAsync(Connection, request.ConversationId, Context.ConnectionAborted);
        return await messages.SendAsync(
            new SendItem(
                Connection.Actor,
                request.ConversationId,
                request.ClientMessageId,
                request.Body,
                request.AttachmentIds,
                SiteAccessTelemetry.CurrentTraceParent,
                request.Kind,
                request.MentionIds,
                request.ReplyToSeq),
            Context.ConnectionAborted);
    }

    /// <summary>What came after a position, in rising seq.</summary>
    [HubMethodName(HubEvents.MessageSince)]
    public async Task<MessagePage> ListMessages(MessagesSince since)
    {
        await attendance.JoinOwnAsync(Connection, since.ConversationId, Context.ConnectionAborted);
        await attendance.SeatAsync(Connection, since.ConversationId, Context.ConnectionAborted);
        var page = await PageAsync(since);
        seen.TellSoon(Connection, since.ConversationId);
        if (since.AfterSeq > 0 && Connection.IsFirstAsking())
        {
            RealtimeMetrics.NoteResume(missed: page.Messages.Count > 0);
        }

        return page;
    }

    // Most who come back have missed nothing, and many come back at once: only who did costs a reading of history.
    async Task<MessagePage> PageAsync(MessagesSince since)
    {
        var (epoch, head) = await heads.FindAsync(since.ConversationId, Context.ConnectionAborted);
        return head?.LastSeq == since.AfterSeq && (since.Revision is null || since.Revision == head.Revision)
            ? new MessagePage([], since.AfterSeq, epoch, HasMore: false, head.Revision)
            : await api.ListMessagesAsync(since, Connection.Actor, Context.ConnectionAborted);
    }

    /// <summary>Messages have reached this person's device.</summary>
    [HubMethodName(HubEvents.MessageAck)]
    public void AcknowledgeMessages(MessagePosition position) =>
        positions.Report(new ReportPosition(Connection.Actor, position.ConversationId, position.LastSeq, ReadSeq: null));

    /// <summary>This person has read them.</summary>
    [HubMethodName(HubEvents.MessageRead)]
    public void ReadMessages(MessagePosition position) =>
        positions.Report(new ReportPosition(Connection.Actor, position.ConversationId, position.LastSeq, position.LastSeq));
}

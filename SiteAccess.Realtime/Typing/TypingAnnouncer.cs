using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Connections;
using SiteAccess.Realtime.Conversations;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.Realtime.Typing;

/// <summary>Says on the bus that somebody is writing. It may be lost, so it is neither queued nor repeated.</summary>
sealed class TypingAnnouncer(Attendance attendance, EventBus bus, ILogger<TypingAnnouncer> log)
{
    public async Task AnnounceAsync(LiveConnection connection, TypingNotice notice, CancellationToken cancellationToken)
    {
        if (!connection.Typing.Take() || !bus.IsConnected)
        {
            return;
        }

        // Asked on every call, not once on join: a visitor may have been blocked since.
        var seat = await attendance.SeatAsync(connection, notice.ConversationId, cancellationToken);
        var view = new TypingView(
            notice.ConversationId, seat.ActorKind, seat.ActorId, seat.DisplayName ?? connection.Name, notice.IsTyping, DraftOf(connection, notice));
        try
        {
            await bus.PublishAsync(
                BusChannels.Conversation(notice.ConversationId),
                BusEvents.Of(HubEvents.Typing, seat.ChannelId, view, notice.ConversationId),
                cancellationToken);
        }
        catch (RedisUnavailableException failure)
        {
            log.LogDebug(failure, "Typing was not announced");
        }
    }

    // Whether a visitor's words are shown before they are sent is the channel's setting, which their widget obeys; an operator's never are.
    static string? DraftOf(LiveConnection connection, TypingNotice notice) => connection.IsVisitor && notice is { IsTyping: true, Draft: { Length: > 0 } draft }
        ? draft[..Math.Min(draft.Length, MessageRules.MaxDraftLength)]
        : null;
}

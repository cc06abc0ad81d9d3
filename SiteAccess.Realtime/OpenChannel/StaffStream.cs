using System.Runtime.CompilerServices;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Access;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>
/// All conversations of an operator's channels: messages, how conversations stand, and unread counts. It has no position; a client
/// that comes back fetches the list.
/// </summary>
sealed class StaffStream(RealtimeApi api, ChannelConnection connection) : IChannelStream
{
    /// <summary>Conversations whose standing is remembered; beyond that all are forgotten, and told in full when they next change.</summary>
    const int MostRemembered = 2_000;

    readonly Dictionary<Guid, ConversationStanding> _standings = [];
    readonly HashSet<Guid> _toCount = [];

    /// <summary>The alerts: counted by Api, for all conversations that moved since the last time at once.</summary>
    public async IAsyncEnumerable<OutgoingFrame> CatchUpAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (conversationId, count) in await CountAsync(cancellationToken))
        {
            var standing = StandingOf(conversationId);
            if (standing.UnreadCount != count)
            {
                standing.UnreadCount = count;
                yield return new OutgoingFrame(ChannelFrames.Alert(conversationId, count));
            }
        }
    }

    public async IAsyncEnumerable<OutgoingFrame> TurnAsync(BusEvent news, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        switch (news.Type)
        {
            case HubEvents.MessageReceived when news.Read<MessageView>() is { Kind: not (MessageKind.Note or MessageKind.Event) } message && connection.Sent.TryAdd(message):
                StandingOf(message.ConversationId).IsNew |= message.Seq == 1;
                _toCount.Add(message.ConversationId);
                yield return new OutgoingFrame(ChannelFrames.Message(message));
                break;
            case HubEvents.MessageUpdated when news.Read<MessageView>() is { Kind: not (MessageKind.Note or MessageKind.Event) } changed:
                yield return new OutgoingFrame(ChannelFrames.Changed(changed));
                break;
            case HubEvents.ConversationUpdated:
                var row = news.Read<ConversationSummary>();
                foreach (var type in StandingOf(row.Id).Change(row))
                {
                    yield return new OutgoingFrame(ChannelFrames.StaffSession(type, row));
                }

                break;
            case HubEvents.MessageSeen when news.Read<SeenView>() is { Who: SenderType.Operator } seen:
                _toCount.Add(seen.ConversationId);
                break;
        }
    }

    async Task<IReadOnlyList<UnreadCount>> CountAsync(CancellationToken cancellationToken)
    {
        if (_toCount.Count == 0)
        {
            return [];
        }

        Guid[] ids = [.. _toCount.Take(CountUnread.MaxConversations)];
        try
        {
            var counts = await api.CountUnreadAsync(new CountUnread(connection.Actor.Id, ids), cancellationToken);
            _toCount.ExceptWith(ids);
            return counts;
        }
        catch (ApiException)
        {
            return []; // asked again in a second
        }
    }

    ConversationStanding StandingOf(Guid conversationId)
    {
        if (!_standings.TryGetValue(conversationId, out var standing))
        {
            if (_standings.Count == MostRemembered)
            {
                _standings.Clear();
            }

            standing = new ConversationStanding();
            _standings.Add(conversationId, standing);
        }

        return standing;
    }
}

using System.Runtime.CompilerServices;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Access;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>
/// One conversation, every message once and in order: what the bus brings goes out when it is the next one, is passed over when it
/// was there before, and when something is missing in between Api is asked for it.
/// </summary>
sealed class SessionStream(RealtimeApi api, ChannelConnection connection, Guid conversationId) : IChannelStream
{
    readonly ConversationStanding _standing = new();
    long _last;
    bool _isReset;

    /// <summary>The position that the client came with; null when it had none that counts.</summary>
    public long? HadSeq { get; private set; }

    /// <summary>Finds where the stream goes on: after the client's position, or after the newest message.</summary>
    /// <exception cref="ApiException">Api refused, or cannot be asked.</exception>
    public async Task FindPlaceAsync(long? afterSeq, string? epoch, CancellationToken cancellationToken)
    {
        // After the end there is nothing, but the answer says where the end is.
        var end = await ListAsync(long.MaxValue, 1, cancellationToken);
        _isReset = afterSeq > end.LastSeq || (afterSeq is not null && epoch is not null && epoch != end.Epoch);
        _last = _isReset ? 0 : afterSeq ?? end.LastSeq;
        HadSeq = _isReset ? null : afterSeq;
    }

    public async IAsyncEnumerable<OutgoingFrame> CatchUpAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_isReset)
        {
            _isReset = false;
            yield return new OutgoingFrame(ChannelFrames.Error(ErrorCodes.PositionUnknown), _last);
        }

        MessagePage page;
        do
        {
            page = await ListAsync(_last, MessageRules.MaxPageSize, cancellationToken);
            foreach (var message in page.Messages)
            {
                if (Next(message) is { } frame)
                {
                    yield return frame;
                }
            }
        }
        while (page.HasMore);

        // What a visitor may not see is not in their history: its position counts as passed.
        _last = Math.Max(_last, page.LastSeq);
    }

    public async IAsyncEnumerable<OutgoingFrame> TurnAsync(BusEvent news, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (news.Type == HubEvents.ConversationUpdated)
        {
            var row = news.Read<ConversationSummary>();
            foreach (var type in _standing.Change(row))
            {
                yield return new OutgoingFrame(ChannelFrames.Session(type, row));
            }
        }
        else if (news.Type == HubEvents.MessageUpdated)
        {
            var changed = news.Read<MessageView>();
            if (!MessageRules.IsInternal(changed.Kind))
            {
                yield return new OutgoingFrame(ChannelFrames.Changed(changed));
            }
        }
        else if (news.Seq == _last + 1)
        {
            if (Next(news.Read<MessageView>()) is { } frame)
            {
                yield return frame;
            }
        }
        else if (news.Seq > _last)
        {
            await foreach (var frame in CatchUpAsync(cancellationToken))
            {
                yield return frame;
            }
        }
    }

    // Frames do not say what kind a message is, so a note would pass for words to the visitor: none goes out, whoever listens.
    OutgoingFrame? Next(MessageView message)
    {
        _last = message.Seq;
        return !MessageRules.IsInternal(message.Kind) && connection.Sent.TryAdd(message)
            ? new OutgoingFrame(ChannelFrames.Message(message), message.Seq)
            : null;
    }

    Task<MessagePage> ListAsync(long afterSeq, int limit, CancellationToken cancellationToken) =>
        api.ListMessagesAsync(new MessagesSince(conversationId, afterSeq, limit), connection.Actor, cancellationToken);
}

using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Realtime.Access;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.Delivery;

/// <summary>
/// Finds by position what the bus did not bring, and delivers it on the same way as what it does bring. Many conversations in one
/// request: first where they stand, then what is new in those that have moved.
/// </summary>
sealed class PositionPoll(RealtimeApi api, Audiences audiences, DeliveryQueue queue)
{
    readonly Dictionary<Guid, ConversationHead> _staffHeard = [];
    string? _epoch;

    /// <summary>Asks once for everything that somebody here listens to. One at a time.</summary>
    /// <exception cref="ApiException">Api did not answer; what was found until then is delivered.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var some in audiences.Conversations().Chunk(AskHeads.MaxItems))
        {
            await LookAsync(some, cancellationToken);
        }

        foreach (var channels in audiences.Channels(TopicKind.Staff).Chunk(AskHeads.MaxItems))
        {
            await LookAtChannelsAsync(channels, cancellationToken);
        }
    }

    /// <summary>Forgets what the staff was told: from now on the bus tells.</summary>
    public void Rest() => _staffHeard.Clear();

    /// <summary>Delivers what came after a position of one conversation.</summary>
    /// <exception cref="ApiException">Api did not answer.</exception>
    public Task FetchAsync(ConversationHead head, long afterSeq, CancellationToken cancellationToken) =>
        FetchAsync(new() { [head.Id] = head }, [new AfterPosition(head.Id, afterSeq)], [], cancellationToken);

    async Task LookAsync((Guid Id, Told Told)[] known, CancellationToken cancellationToken)
    {
        // Taken before the question: what the bus brings meanwhile is newer than the answer.
        var wholes = known.Select(one => one.Told.WholeUpTo).ToArray();
        var found = await api.FindHeadsAsync(new AskHeads([.. known.Select(one => one.Id)], []), cancellationToken);
        var isRestored = Interlocked.Exchange(ref _epoch, found.Epoch) is { } before && before != found.Epoch;
        var heads = found.Heads.ToDictionary(head => head.Id);
        var positions = new List<AfterPosition>();
        var rows = new List<Guid>();
        foreach (var ((id, told), whole) in known.Zip(wholes))
        {
            if (heads.GetValueOrDefault(id) is not { } head)
            {
                continue;
            }

            if (isRestored || whole == Told.Unknown || whole > head.LastSeq)
            {
                told.Restart(head.LastSeq);
            }
            else if (whole < head.LastSeq)
            {
                positions.Add(new AfterPosition(id, whole));
            }

            if (told.Differs(head))
            {
                rows.Add(id);
            }
        }

        await FetchAsync(heads, positions, rows, cancellationToken);
    }

    async Task FetchAsync(
        Dictionary<Guid, ConversationHead> heads, IReadOnlyList<AfterPosition> positions, IReadOnlyList<Guid> rows, CancellationToken cancellationToken)
    {
        while (positions.Count > 0 || rows.Count > 0)
        {
            var news = await api.FindNewsAsync(new AskNews(positions, rows), cancellationToken);
            foreach (var message in news.Messages)
            {
                Deliver(TopicKind.Conversation, message.ConversationId, BusEvents.Of(
                    HubEvents.MessageReceived, heads[message.ConversationId].ChannelId, message, message.ConversationId, message.Seq));
            }

            foreach (var row in news.Rows)
            {
                Deliver(TopicKind.Conversation, row.Id, BusEvents.Of(HubEvents.ConversationUpdated, row.ChannelId, row, row.Id));
            }

            rows = [];
            positions = [.. news.Messages.GroupBy(message => message.ConversationId)
                .Where(run => run.Count() == AskNews.MaxMessages)
                .Select(run => new AfterPosition(run.Key, run.Max(message => message.Seq)))];
        }
    }

    // The first time everything counts as changed: what was told last is not remembered while the bus is there.
    async Task LookAtChannelsAsync(Guid[] channels, CancellationToken cancellationToken)
    {
        var found = await api.FindHeadsAsync(new AskHeads([], channels), cancellationToken);
        foreach (var moved in found.Newest.Where(head => _staffHeard.GetValueOrDefault(head.Id) != head).Chunk(AskHeads.MaxItems))
        {
            var news = await api.FindNewsAsync(new AskNews([], [.. moved.Select(head => head.Id)]), cancellationToken);
            foreach (var row in news.Rows)
            {
                Deliver(TopicKind.Staff, row.ChannelId, BusEvents.Of(HubEvents.ConversationUpdated, row.ChannelId, row, row.Id));
            }

            foreach (var head in moved)
            {
                _staffHeard[head.Id] = head;
            }
        }
    }

    void Deliver(TopicKind kind, Guid id, BusEvent found) => queue.Add(new Delivery(new Topic(kind, id), found));
}

using System.Threading.Channels;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Connections;

namespace SiteAccess.Realtime.Messages;

/// <summary>
/// Tells whoever asks for messages or joins a conversation how far both sides have got: the news of it is not repeated, so what a
/// client missed while it was away it learns here. Not part of the answer, which must not wait for it; many at once under load.
/// </summary>
sealed class SeenAnnouncer(SeenPositions seen, ILogger<SeenAnnouncer> log) : BackgroundService
{
    const int Longest = 10_000;

    readonly Channel<(LiveConnection Connection, Guid ConversationId)> _asked =
        Channel.CreateBounded<(LiveConnection, Guid)>(new BoundedChannelOptions(Longest) { SingleReader = true });

    /// <summary>Tells a connection soon. Of too many at once some are left out; they ask again.</summary>
    public void TellSoon(LiveConnection connection, Guid conversationId) => _asked.Writer.TryWrite((connection, conversationId));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<(LiveConnection Connection, Guid ConversationId)>();
        while (await _asked.Reader.WaitToReadAsync(stoppingToken))
        {
            while (batch.Count < ReportPositions.MaxItems && _asked.Reader.TryRead(out var one))
            {
                batch.Add(one);
            }

            await TellAsync(batch, stoppingToken);
            batch.Clear();
        }
    }

    async Task TellAsync(List<(LiveConnection Connection, Guid ConversationId)> batch, CancellationToken cancellationToken)
    {
        try
        {
            var found = await seen.FindAsync([.. batch.Select(one => one.ConversationId)], cancellationToken);
            foreach (var (connection, conversationId) in batch)
            {
                if (found.TryGetValue(conversationId, out var positions))
                {
                    Tell(connection, conversationId, SenderType.Visitor, positions.Visitor);
                    Tell(connection, conversationId, SenderType.Operator, positions.Operators);
                }
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // They ask again; the loop lives on for everybody else.
            log.LogDebug(failure, "{Count} clients were not told of positions", batch.Count);
        }
    }

    // Who has seen nothing yet is no news.
    static void Tell(LiveConnection connection, Guid conversationId, SenderType who, Reached reached)
    {
        if (reached.DeliveredSeq > 0)
        {
            connection.Tell(HubEvents.MessageSeen, new SeenView(conversationId, who, reached.DeliveredSeq, reached.ReadSeq));
        }
    }
}

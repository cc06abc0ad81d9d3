using System.Diagnostics;
using System.Threading.Channels;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Access;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.ServiceDefaults.Telemetry;

namespace SiteAccess.Realtime.Messages;

/// <summary>
/// Forwards sends to Api with natural batching: while one batch is under way the next collects. There is no timer: a single
/// message leaves at once, and under load one round trip and one commit carry many. A conversation keeps to one of two lanes, so
/// its messages stay in order.
/// </summary>
sealed class MessageForwarder(RealtimeApi api, ILogger<MessageForwarder> log) : BackgroundService
{
    // While the database writes the one batch, the other is read, sent or told; a third finds nothing left to fill. Measured:
    // a fifth off the median at 500 messages/s against one lane, and a loss again with three.
    const int Lanes = 2;
    const int LongestQueue = 10_000;
    const int MostCharacters = 1_000_000;

    // Between two tries of a batch, in milliseconds.
    const int ShortestPause = 50;
    const int LongestPause = 250;

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    readonly Channel<PendingSend>[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ =>
        Channel.CreateBounded<PendingSend>(new BoundedChannelOptions(LongestQueue) { SingleReader = true, AllowSynchronousContinuations = true }))];

    /// <summary>Stores a message.</summary>
    /// <returns>The acknowledgement; for a repetition that of the first time.</returns>
    /// <exception cref="ApiException">Refused, or not answered in 10 s: then it may have been stored, and may be repeated.</exception>
    public async Task<MessageAccepted> SendAsync(SendItem item, CancellationToken cancellationToken)
    {
        var arrived = Stopwatch.GetTimestamp();
        var pending = new PendingSend(item);
        if (!LaneOf(item.ConversationId).Writer.TryWrite(pending))
        {
            throw new ApiException(ErrorCodes.ServerUnavailable);
        }

        try
        {
            var result = await pending.Answer.WaitAsync(Limit, cancellationToken);
            MessageMetrics.NoteSend(Stopwatch.GetElapsedTime(arrived), "hub");
            return result.Accepted ?? throw new ApiException(result.Error ?? ErrorCodes.ServerError);
        }
        finally
        {
            pending.IsAbandoned = true;
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_lanes.Select(lane => RunAsync(lane.Reader, stoppingToken)));

    async Task RunAsync(ChannelReader<PendingSend> lane, CancellationToken stoppingToken)
    {
        var batch = new List<PendingSend>(SendBatch.MaxItems);
        while (await lane.WaitToReadAsync(stoppingToken))
        {
            Collect(lane, batch);
            if (batch.Count > 0)
            {
                await ForwardAsync(batch, stoppingToken);
                batch.Clear();
            }
        }
    }

    Channel<PendingSend> LaneOf(Guid conversationId) => _lanes[(uint)conversationId.GetHashCode() % Lanes];

    static void Collect(ChannelReader<PendingSend> lane, List<PendingSend> batch)
    {
        var characters = 0;
        while (batch.Count < SendBatch.MaxItems && characters < MostCharacters && lane.TryRead(out var pending))
        {
            if (!pending.IsAbandoned)
            {
                batch.Add(pending);
                characters += pending.Item.Body?.Length ?? 0;
            }
        }
    }

    async Task ForwardAsync(List<PendingSend> batch, CancellationToken cancellationToken)
    {
        using var span = Span(batch);
        try
        {
            var answer = await StoreAsync(batch, cancellationToken);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Settle(answer.Results[i]);
            }
        }
        catch (Exception failure)
        {
            // Every send gets an answer, whatever happened, and the loop lives on: it carries all messages of this node.
            span?.SetStatus(ActivityStatusCode.Error);
            log.LogWarning(failure, "A batch of {Count} messages failed", batch.Count);
            var code = failure is ApiException refusal ? refusal.Code : ErrorCodes.ServerUnavailable;
            foreach (var pending in batch)
            {
                pending.Settle(new SendAnswer(Accepted: null, code));
            }
        }
    }

    // An Api that goes or starts again is bridged here, as long as anybody waits: a sender whose network is fine has nothing to
    // do about it. Repeating is harmless, each item has its client's id.
    async Task<SendBatchResult> StoreAsync(List<PendingSend> batch, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await api.StoreAsync(new SendBatch([.. batch.Select(pending => pending.Item)]), cancellationToken);
            }
            catch (ApiException failure) when (failure.Code == ErrorCodes.ServerUnavailable && batch.Exists(pending => !pending.IsAbandoned))
            {
                log.LogDebug(failure, "A batch of {Count} messages is sent again", batch.Count);
                await Task.Delay(Random.Shared.Next(ShortestPause, LongestPause), cancellationToken);
            }
        }
    }

    // One message: the batch is a step of its trace. Many: a trace of its own, linked to each of theirs.
    static Activity? Span(List<PendingSend> batch)
    {
        const string Name = "forward messages";
        var span = batch.Count == 1
            ? SiteAccessTelemetry.Source.StartActivity(Name, ActivityKind.Producer, batch[0].Trace)
            : SiteAccessTelemetry.Source.StartActivity(
                Name, ActivityKind.Producer, default(ActivityContext), links: batch.Select(pending => new ActivityLink(pending.Trace)));
        return span?.SetTag("siteaccess.batch.size", batch.Count);
    }
}

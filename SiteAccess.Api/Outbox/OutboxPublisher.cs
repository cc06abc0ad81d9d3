using System.Threading.Channels;

namespace SiteAccess.Api.Outbox;

/// <summary>
/// Tells committed events on the bus right away and marks them, many at once under load. Whoever committed does not wait for
/// it: what does not get through, or does not fit the queue, stays in the outbox for the <see cref="OutboxSweeper"/>.
/// </summary>
sealed class OutboxPublisher(OutboxTeller teller, ILogger<OutboxPublisher> log) : BackgroundService
{
    const int Capacity = 20_000;
    const int BatchSize = 1_000;

    // One reader keeps the order of events that this process committed one after another.
    readonly Channel<OutboxEvent> _queue =
        Channel.CreateBounded<OutboxEvent>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Takes committed events to be told. Never waits.</summary>
    public void Tell(IReadOnlyList<OutboxEvent> events)
    {
        foreach (var fact in events)
        {
            if (!_queue.Writer.TryWrite(fact))
                return;
        }
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        // What was committed while the server drained is still told.
        _queue.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<OutboxEvent>(BatchSize);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < BatchSize && _queue.Reader.TryRead(out var fact))
                batch.Add(fact);
            try
            {
                await teller.TellAsync(batch, CancellationToken.None);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("{Count} events wait for the sweep: {Reason}", batch.Count, failure.Message);
            }
        }
    }
}

using System.Threading.Channels;

namespace SiteAccess.Api.Outbox;

/// <summary>
/// Tells committed events on the bus right away, many at once under load. Whoever committed does not wait for it: what does not
/// get through, or does not fit the queue, stays in the outbox for the <see cref="OutboxSweeper"/>.
/// </summary>
sealed class OutboxPublisher(OutboxTeller teller, OutboxEraser eraser, ILogger<OutboxPublisher> log) : BackgroundService
{
    const int Capacity = 5_000;
    const int MostEvents = 2_000;

    // One reader keeps the order of events that this process committed one after another.
    readonly Channel<Committed> _queue =
        Channel.CreateBounded<Committed>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Takes committed events to be told. Never waits.</summary>
    public void Tell(Committed? commit)
    {
        // A full queue loses nothing: the row is still in the outbox.
        if (commit is not null)
            _queue.Writer.TryWrite(commit);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        // What was committed while the server drained is still told.
        _queue.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var round = new List<Committed>();
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            Collect(round);
            try
            {
                if (await teller.TellAsync(round, CancellationToken.None))
                    eraser.Erase(round);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("{Count} commits wait for the sweep: {Reason}", round.Count, failure.Message);
            }
        }
    }

    void Collect(List<Committed> round)
    {
        round.Clear();
        for (var events = 0; events < MostEvents && _queue.Reader.TryRead(out var commit); events += commit.Facts.Count)
            round.Add(commit);
    }
}

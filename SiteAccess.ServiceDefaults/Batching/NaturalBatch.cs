namespace SiteAccess.ServiceDefaults.Batching;

/// <summary>
/// Asks for many what each asks for alone: while one batch is under way the next collects, so there is no timer, no added wait
/// when idle, and one round trip for many when busy. Whoever waits is somebody's connection, so there is no other limit on how many.
/// </summary>
/// <typeparam name="TRequest">What one asks.</typeparam>
/// <typeparam name="TAnswer">What one is answered.</typeparam>
/// <param name="most">Requests in one batch at most.</param>
/// <param name="ask">Asks for all of them; the answers come in their order. Has to end by itself.</param>
public sealed class NaturalBatch<TRequest, TAnswer>(int most, Func<IReadOnlyList<TRequest>, Task<IReadOnlyList<TAnswer>>> ask)
{
    readonly Lock _gate = new();
    readonly Queue<Pending> _waiting = [];
    bool _isUnderWay;

    /// <summary>Asks with the next batch.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the waiting; who gave up before the batch left is not asked for.</param>
    /// <returns>The answer; fails as the batch failed.</returns>
    public Task<TAnswer> AskAsync(TRequest request, CancellationToken cancellationToken = default)
    {
        var pending = new Pending(request, cancellationToken);
        lock (_gate)
        {
            _waiting.Enqueue(pending);
            if (!_isUnderWay)
            {
                _isUnderWay = true;
                using var alone = ExecutionContext.SuppressFlow(); // the batches belong to nobody's trace in particular
                _ = Task.Run(RunAsync, CancellationToken.None);
            }
        }

        return pending.Answer.Task.WaitAsync(cancellationToken);
    }

    async Task RunAsync()
    {
        while (Collect() is { Count: > 0 } batch)
        {
            try
            {
                var answers = await ask([.. batch.Select(pending => pending.Request)]);
                for (var i = 0; i < batch.Count; i++)
                {
                    batch[i].Answer.TrySetResult(answers[i]);
                }
            }
            catch (Exception failure)
            {
                // Everybody learns of it, and the next batch goes its way.
                foreach (var pending in batch)
                {
                    pending.Answer.TrySetException(failure);
                }
            }
        }
    }

    List<Pending> Collect()
    {
        var batch = new List<Pending>();
        lock (_gate)
        {
            while (batch.Count < most && _waiting.TryDequeue(out var pending))
            {
                if (!pending.CancellationToken.IsCancellationRequested)
                {
                    batch.Add(pending);
                }
            }

            _isUnderWay = batch.Count > 0;
        }

        return batch;
    }

    sealed record Pending(TRequest Request, CancellationToken CancellationToken)
    {
        public TaskCompletionSource<TAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

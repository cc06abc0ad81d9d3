using System.Collections.Concurrent;
using SiteAccess.ServiceDefaults.Batching;

namespace SiteAccess.UnitTests.Batching;

public sealed class NaturalBatchTests
{
    readonly ConcurrentQueue<IReadOnlyList<int>> _batches = [];
    readonly SemaphoreSlim _release = new(0);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_while_one_batch_is_under_way_goes_with_the_next_and_each_gets_its_own_answer()
    {
        var batch = new NaturalBatch<int, int>(3, AskAsync);
        var first = batch.AskAsync(0, Cancellation);
        await Eventually.TrueAsync(() => _batches.Count == 1, Cancellation);
        Task<int>[] rest = [.. Enumerable.Range(1, 5).Select(i => batch.AskAsync(i, Cancellation))];
        _release.Release(3);

        Assert.Equal(0, await first);
        var answers = await Task.WhenAll(rest);
        Assert.Equal([10, 20, 30, 40, 50], answers);
        Assert.Equal([[0], [1, 2, 3], [4, 5]], _batches);
    }

    [Fact]
    public async Task Who_gave_up_is_not_asked_for_and_a_batch_that_fails_does_not_end_the_next()
    {
        var batch = new NaturalBatch<int, int>(3, AskAsync);
        using var gone = new CancellationTokenSource();
        var failing = batch.AskAsync(-1, Cancellation);
        await Eventually.TrueAsync(() => _batches.Count == 1, Cancellation);
        var given = batch.AskAsync(1, gone.Token);
        var stayed = batch.AskAsync(2, Cancellation);
        await gone.CancelAsync();
        _release.Release(2);

        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal(20, await stayed);
        Assert.Equal([[-1], [2]], _batches);
    }

    async Task<IReadOnlyList<int>> AskAsync(IReadOnlyList<int> requests)
    {
        _batches.Enqueue(requests);
        await _release.WaitAsync(Cancellation);
        return requests.Contains(-1) ? throw new InvalidOperationException() : [.. requests.Select(request => request * 10)];
    }
}

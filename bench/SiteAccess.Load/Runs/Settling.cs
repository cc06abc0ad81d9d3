namespace SiteAccess.Load.Runs;

/// <summary>Waits until something has come to rest.</summary>
static class Settling
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <exception cref="TimeoutException">It did not within 20 s.</exception>
    public static async Task WaitAsync(Func<bool> isSettled, string what, CancellationToken cancellation)
    {
        var giveUpAt = DateTime.UtcNow + Limit;
        while (!isSettled())
        {
            if (DateTime.UtcNow > giveUpAt)
            {
                throw new TimeoutException($"Not settled: {what}");
            }

            await Task.Delay(Step, cancellation);
        }
    }
}

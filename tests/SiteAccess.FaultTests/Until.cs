namespace SiteAccess.FaultTests;

/// <summary>Waiting for what has to become true; the limit is there for a system that never recovers, not to measure.</summary>
static class Until
{
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Looks again and again until it is true; fails with what there is to say after two minutes.</summary>
    public static Task TrueAsync(Func<bool> condition, Func<string> otherwise, CancellationToken cancellation) =>
        TrueAsync(() => Task.FromResult(condition()), otherwise, cancellation);

    /// <summary>The same for something that has to be asked.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> otherwise, CancellationToken cancellation)
    {
        var until = DateTime.UtcNow + Limit;
        while (!await condition())
        {
            if (DateTime.UtcNow > until) Assert.Fail($"Not so after {Limit.TotalSeconds} s. {otherwise()}");
            await Task.Delay(Glance, cancellation);
        }
    }
}

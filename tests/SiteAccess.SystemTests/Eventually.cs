namespace SiteAccess.SystemTests;

/// <summary>Waiting for what has to become true, without guessing how long it takes.</summary>
static class Eventually
{
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Looks again and again until the condition holds; after 30 s the test fails with what was last seen.</summary>
    public static async Task<T> SeeAsync<T>(Func<Task<T>> look, Func<T, bool> condition, CancellationToken cancellation)
    {
        var until = DateTimeOffset.UtcNow + Limit;
        while (true)
        {
            var seen = await look();
            if (condition(seen)) return seen;
            Assert.True(DateTimeOffset.UtcNow < until, $"Still not so after {Limit.TotalSeconds} s; last seen: {seen}");
            await Task.Delay(Glance, cancellation);
        }
    }

    /// <summary>The same for something that is looked at without waiting.</summary>
    public static Task<T> SeeAsync<T>(Func<T> look, Func<T, bool> condition, CancellationToken cancellation) =>
        SeeAsync(() => Task.FromResult(look()), condition, cancellation);
}

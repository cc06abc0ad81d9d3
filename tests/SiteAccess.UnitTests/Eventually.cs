namespace SiteAccess.UnitTests;

/// <summary>Waits for what happens soon, without guessing how soon.</summary>
static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public static Task TrueAsync(Func<bool> condition, CancellationToken cancellation) =>
        TrueAsync(() => Task.FromResult(condition()), cancellation);

    public static async Task TrueAsync(Func<Task<bool>> condition, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        using var look = new PeriodicTimer(Look);
        while (!await condition())
        {
            await look.WaitForNextTickAsync(limit.Token);
        }
    }
}

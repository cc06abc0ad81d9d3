using System.Diagnostics;

namespace SiteAccess.UnitTests.Api;

static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until something has become true.</summary>
    public static async Task TrueAsync(Func<bool> condition)
    {
        var since = Stopwatch.GetTimestamp();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "It did not come true.");
            await look.WaitForNextTickAsync();
        }
    }
}

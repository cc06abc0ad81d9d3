namespace SiteAccess.Testing.Links;

/// <summary>A link that comes and goes.</summary>
public static class Flapping
{
    const int ShortestMilliseconds = 50;
    const int LongestMilliseconds = 900;

    /// <summary>The times for which the link is up, down, up, down …: the same for the same seed, together as long as asked for.</summary>
    public static IEnumerable<TimeSpan> Schedule(int seed, TimeSpan length)
    {
        var random = new Random(seed);
        for (var left = length; left > TimeSpan.Zero;)
        {
            var next = TimeSpan.FromMilliseconds(random.Next(ShortestMilliseconds, LongestMilliseconds));
            yield return next < left ? next : left;
            left -= next;
        }
    }

    /// <summary>Cuts and mends the link by the schedule of the seed, and leaves it mended.</summary>
    public static async Task FlapAsync(this Link link, int seed, TimeSpan length, CancellationToken cancellation)
    {
        foreach (var time in Schedule(seed, length))
        {
            await Task.Delay(time, cancellation);
            link.Weather = link.Weather is Weather.Cut ? new Weather.Fair() : new Weather.Cut();
        }

        link.Mend();
    }
}

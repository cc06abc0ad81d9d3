namespace SiteAccess.Api.Data;

static class Stamp
{
    /// <summary>Now, in whole milliseconds: Postgres keeps no ticks, and an answer must equal what is read back later.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }
}

namespace SiteAccess.Testing.Links;

/// <summary>What a link does with what it should carry.</summary>
public abstract record Weather
{
    Weather()
    {
    }

    /// <summary>Carries everything at once.</summary>
    public sealed record Fair : Weather;

    /// <summary>Resets every connection, and each new one.</summary>
    public sealed record Cut : Weather;

    /// <summary>
    /// Keeps connections open and drops what they say, their end included, as a firewall that forgot them. Those that saw it
    /// stay so for good, as they would there; connections made afterwards are well.
    /// </summary>
    public sealed record HalfOpen : Weather;

    /// <summary>Carries at most so many bytes per second each way, each later by the latency.</summary>
    public sealed record Slow(int BytesPerSecond, TimeSpan Latency) : Weather;
}

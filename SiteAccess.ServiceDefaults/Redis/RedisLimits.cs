namespace SiteAccess.ServiceDefaults.Redis;

/// <summary>The client library waits without end for a Redis that hangs; these limits do not.</summary>
static class RedisLimits
{
    /// <summary>One call, waiting for its turn included; also the connecting.</summary>
    internal static readonly TimeSpan Call = TimeSpan.FromSeconds(2);

    /// <summary>A ping of the watchdog, and the pause between two.</summary>
    internal static readonly TimeSpan Ping = TimeSpan.FromSeconds(1);

    /// <summary>Calls that may be under way at once; what hangs must not pile up.</summary>
    internal const int CallsInFlight = 1024;

    /// <summary>Unanswered pings in a row after which the connection is given up and made anew.</summary>
    internal const int UnansweredPings = 2;
}

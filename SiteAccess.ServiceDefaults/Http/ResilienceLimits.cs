namespace SiteAccess.ServiceDefaults.Http;

/// <summary>How long a call to another service may take.</summary>
/// <param name="Total">All attempts and pauses together.</param>
/// <param name="Attempt">One attempt.</param>
/// <param name="FirstPause">The pause before the second attempt, in the middle; later ones double.</param>
sealed record ResilienceLimits(TimeSpan Total, TimeSpan Attempt, TimeSpan FirstPause)
{
    internal static readonly ResilienceLimits Standard =
        new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(150));
}

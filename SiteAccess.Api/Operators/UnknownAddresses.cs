using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;

namespace SiteAccess.Api.Operators;

/// <summary>Locks addresses that nobody has just as those that somebody has, so that the lock tells nothing.</summary>
sealed class UnknownAddresses(IPasswordHasher<Operator> hasher) : IDisposable
{
    readonly PartitionedRateLimiter<string> _guesses = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetFixedWindowLimiter(
            address,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PasswordSignIn.MaxFailures, Window = PasswordSignIn.LockoutTime }));

    /// <summary>A password's hash that no password has, to spend the usual time on.</summary>
    public string SomeHash { get; } = hasher.HashPassword(null!, Guid.NewGuid().ToString());

    /// <summary>Counts a guess; answers how long to wait when there were too many.</summary>
    public TimeSpan? TryGuess(string address)
    {
        using var lease = _guesses.AttemptAcquire(address);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : PasswordSignIn.LockoutTime;
    }

    public void Dispose() => _guesses.Dispose();
}

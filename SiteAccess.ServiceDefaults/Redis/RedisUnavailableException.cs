namespace SiteAccess.ServiceDefaults.Redis;

/// <summary>Redis did not answer in time or is not connected. A write that timed out may still have run.</summary>
/// <param name="reason">What happened, for the log.</param>
/// <param name="inner">What failed below.</param>
public sealed class RedisUnavailableException(string reason, Exception? inner = null) : Exception(reason, inner);

namespace SiteAccess.Api.Access;

/// <summary>Addresses under which browsers reach the services (configuration section <c>PublicUrls</c>).</summary>
sealed class PublicUrls(IConfiguration configuration)
{
    /// <summary>Realtime's, without a slash at the end.</summary>
    public string Realtime => (configuration["PublicUrls:Realtime"] ?? "").TrimEnd('/');

    /// <summary>The same for WebSockets.</summary>
    public string RealtimeSocket => Realtime.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? string.Concat("ws", Realtime.AsSpan(4)) : Realtime;
}

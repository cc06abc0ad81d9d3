namespace SiteAccess.Realtime.OpenChannel;

/// <summary>The open channel's times (configuration section <c>OpenChannel</c>).</summary>
sealed class OpenChannelOptions
{
    public const string Section = "OpenChannel";

    /// <summary>Between two pings; a WebSocket whose pong has not come by the next is dead.</summary>
    public TimeSpan PingEvery { get; set; } = TimeSpan.FromSeconds(30);
}

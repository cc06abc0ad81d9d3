namespace SiteAccess.Realtime.Limits;

/// <summary>
/// How often who may do what on this node, per minute (configuration section <c>Limits</c>, the same as Api's). Bursts of a
/// minute's worth pass. A whole company, or a mobile network, may sit behind one address: its limits only stop a flood.
/// </summary>
sealed class HubLimitOptions
{
    public const string Section = "Limits";

    /// <summary>Messages sent by one person, in however many tabs.</summary>
    public int MessagesPerToken { get; set; } = 120;

    /// <summary>Messages sent from one network address.</summary>
    public int MessagesPerAddress { get; set; } = 6_000;

    /// <summary>Messages sent by all visitors of one channel.</summary>
    public int MessagesPerChannel { get; set; } = 30_000;

    /// <summary>Everything else that one person asks or says: joins, pages, acknowledgements, typing.</summary>
    public int RequestsPerToken { get; set; } = 1_200;

    /// <summary>The same from one network address.</summary>
    public int RequestsPerAddress { get; set; } = 60_000;

    /// <summary>Connections begun by one person.</summary>
    public int ConnectionsPerToken { get; set; } = 120;

    /// <summary>Connections begun from one network address; after a break all who sit behind it come back at once.</summary>
    public int ConnectionsPerAddress { get; set; } = 6_000;
}

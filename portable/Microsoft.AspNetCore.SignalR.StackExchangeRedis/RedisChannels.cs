using StackExchange.Redis;

namespace Microsoft.AspNetCore.SignalR.StackExchangeRedis;

/// <summary>The one place that spells channel names. Groups belong to a hub type: two types share none.</summary>
sealed class RedisChannels(Type hub)
{
    readonly string _prefix = hub.FullName + ":";

    /// <summary>
    /// Heard by every node: what goes to all, to a connection or a user somewhere, and changes of groups. One subscription a node
    /// instead of two a connection; few of these messages are sent.
    /// </summary>
    internal RedisChannel Nodes => Literal("nodes");

    /// <summary>Heard by the nodes with members.</summary>
    internal RedisChannel Group(string name) => Literal("group:" + name);

    RedisChannel Literal(string name) => new(_prefix + name, RedisChannel.PatternMode.Literal);
}

using System.Collections.Concurrent;

namespace SiteAccess.Realtime.Connections;

/// <summary>The connections of this node.</summary>
sealed class LiveConnections
{
    readonly ConcurrentDictionary<string, LiveConnection> _all = [];

    public int Count => _all.Count;

    public ICollection<LiveConnection> All => _all.Values;

    public void Add(LiveConnection connection) => _all[connection.Id] = connection;

    public void Remove(LiveConnection connection) => _all.TryRemove(connection.Id, out _);
}

using System.Collections.Concurrent;
using SiteAccess.Contracts.Hub;
using SiteAccess.Realtime.Metrics;

namespace SiteAccess.Realtime.Connections;

/// <summary>The connections of this node.</summary>
sealed class LiveConnections
{
    readonly ConcurrentDictionary<string, LiveConnection> _all = [];
    volatile bool _areMoving;

    public int Count => _all.Count;

    public ICollection<LiveConnection> All => _all.Values;

    /// <summary>Whether the node goes: its clients are to connect elsewhere.</summary>
    public bool AreMoving => _areMoving;

    public void Add(LiveConnection connection)
    {
        _all[connection.Id] = connection;
        RealtimeMetrics.NoteConnection(1, connection.Kind);
        if (_areMoving)
        {
            AskToMove(connection);
        }
    }

    /// <summary>Asks every client to connect elsewhere, also those that are just arriving.</summary>
    public void AskToMove()
    {
        _areMoving = true;
        foreach (var connection in _all.Values)
        {
            AskToMove(connection);
        }
    }

    public void Remove(LiveConnection connection)
    {
        if (_all.TryRemove(connection.Id, out _))
        {
            RealtimeMetrics.NoteConnection(-1, connection.Kind);
        }
    }

    static void AskToMove(LiveConnection connection) => connection.Tell(HubEvents.ServerMoving, new { });
}

using System.Collections.Concurrent;

namespace Microsoft.AspNetCore.SignalR.StackExchangeRedis;

/// <summary>This node's own connections, by id, user and group.</summary>
sealed class LocalConnections
{
    static readonly ICollection<HubConnectionContext> Nobody = [];

    readonly ConcurrentDictionary<string, HubConnectionContext> _all = [];
    readonly Members _users = new();
    readonly Members _groups = new();

    internal void Add(HubConnectionContext connection)
    {
        _all[connection.ConnectionId] = connection;
        if (connection.UserIdentifier is { } user)
        {
            _users.Add(user, connection);
        }
    }

    /// <returns>The groups that have nobody left here.</returns>
    internal IReadOnlyList<string> Remove(HubConnectionContext connection)
    {
        _all.TryRemove(connection.ConnectionId, out _);
        if (connection.UserIdentifier is { } user)
        {
            _users.Remove(user, connection);
        }

        return _groups.RemoveFromAll(connection);
    }

    internal HubConnectionContext? Find(string connectionId) => _all.GetValueOrDefault(connectionId);

    /// <returns>Whether it is the group's first here.</returns>
    internal bool Join(string group, HubConnectionContext connection) => _groups.Add(group, connection);

    /// <returns>Whether it was the group's last here.</returns>
    internal bool Leave(string group, HubConnectionContext connection) => _groups.Remove(group, connection);

    internal Task SendAsync(Frame frame, CancellationToken cancellationToken)
    {
        var receivers = frame.Address switch
        {
            Address.All => _all.Values,
            Address.Connection => Find(frame.Target) is { } one ? [one] : Nobody,
            Address.User => _users.Of(frame.Target),
            Address.Group => _groups.Of(frame.Target),
            _ => Nobody,
        };
        var message = new SerializedHubMessage(frame.Messages);
        var writes = new List<Task>();
        foreach (var receiver in receivers)
        {
            if (!frame.Except.Contains(receiver.ConnectionId))
            {
                var write = receiver.WriteAsync(message, cancellationToken);
                if (!write.IsCompletedSuccessfully)
                {
                    writes.Add(write.AsTask());
                }
            }
        }

        return writes.Count == 0 ? Task.CompletedTask : Task.WhenAll(writes);
    }
}

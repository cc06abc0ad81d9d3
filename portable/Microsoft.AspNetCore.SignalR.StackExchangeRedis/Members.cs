namespace Microsoft.AspNetCore.SignalR.StackExchangeRedis;

/// <summary>Connections under names: of a user, of a group.</summary>
sealed class Members
{
    readonly Lock _gate = new();
    readonly Dictionary<string, HashSet<HubConnectionContext>> _members = [];

    /// <returns>Whether it is the first under this name.</returns>
    internal bool Add(string name, HubConnectionContext connection)
    {
        lock (_gate)
        {
            if (_members.TryGetValue(name, out var members))
            {
                members.Add(connection);
                return false;
            }

            _members.Add(name, [connection]);
            return true;
        }
    }

    /// <returns>Whether it was the last under this name.</returns>
    internal bool Remove(string name, HubConnectionContext connection)
    {
        lock (_gate)
        {
            return _members.TryGetValue(name, out var members)
                && members.Remove(connection)
                && members.Count == 0
                && _members.Remove(name);
        }
    }

    /// <returns>The names that have nobody left.</returns>
    internal IReadOnlyList<string> RemoveFromAll(HubConnectionContext connection)
    {
        lock (_gate)
        {
            var names = _members.Where(entry => entry.Value.Contains(connection)).Select(entry => entry.Key).ToArray();
            return [.. names.Where(name => Remove(name, connection))];
        }
    }

    internal ICollection<HubConnectionContext> Of(string name)
    {
        lock (_gate)
        {
            return _members.TryGetValue(name, out var members) ? [.. members] : [];
        }
    }
}

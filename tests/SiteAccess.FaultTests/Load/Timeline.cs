namespace SiteAccess.FaultTests.Load;

/// <summary>A client's list of a conversation: in order and without gaps, whatever order the messages come in.</summary>
sealed class Timeline
{
    readonly Lock _lock = new();
    readonly List<Delivery> _list = [];
    readonly SortedDictionary<long, Delivery> _ahead = [];
    readonly List<string> _contradictions = [];

    /// <summary>The last message that has all before it.</summary>
    public long LastSeq
    {
        get { lock (_lock) return _list.Count; }
    }

    /// <summary>Whether something later is here already.</summary>
    public bool HasGap
    {
        get { lock (_lock) return _ahead.Count > 0; }
    }

    /// <summary>The list as it is now.</summary>
    public IReadOnlyList<Delivery> List
    {
        get { lock (_lock) return [.. _list]; }
    }

    /// <summary>What came twice and not the same.</summary>
    public IReadOnlyList<string> Contradictions
    {
        get { lock (_lock) return [.. _contradictions]; }
    }

    /// <summary>Takes a message in; one that is there already changes nothing.</summary>
    public void Add(Delivery message)
    {
        lock (_lock)
        {
            var known = message.Seq <= _list.Count ? _list[(int)message.Seq - 1] : _ahead.GetValueOrDefault(message.Seq);
            if (known is not null)
            {
                if (known != message) _contradictions.Add($"seq {message.Seq} was {known} and then {message}");
                return;
            }

            _ahead.Add(message.Seq, message);
            while (_ahead.Remove(_list.Count + 1, out var next)) _list.Add(next);
        }
    }

    /// <summary>Drops everything: the server's past is another one.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _list.Clear();
            _ahead.Clear();
        }
    }
}

using System.Diagnostics;
using SiteAccess.Load.Measures;

namespace SiteAccess.Load.Runs;

/// <summary>Collects the times of the sends that were meant to happen inside the measured window.</summary>
sealed class Recorder
{
    const int MostNotes = 5;

    readonly HashSet<string> _notes = [];
    long _from = long.MaxValue;
    long _to = long.MaxValue;

    public Histogram ToAcknowledged { get; } = new();

    public Histogram ToDelivered { get; } = new();

    /// <summary>Acknowledgements that came inside the window: the throughput.</summary>
    public long AcknowledgedInside { get; private set; }

    /// <summary>What went wrong, each thing once.</summary>
    public IReadOnlyCollection<string> Notes => _notes;

    public void Begin() => _from = Stopwatch.GetTimestamp();

    public void End() => _to = Stopwatch.GetTimestamp();

    public double Seconds => Stopwatch.GetElapsedTime(_from, _to).TotalSeconds;

    public void Acknowledged(long sentAt)
    {
        var now = Stopwatch.GetTimestamp();
        AcknowledgedInside += now >= _from && now < _to ? 1 : 0;
        Add(ToAcknowledged, sentAt, now);
    }

    public void Delivered(long sentAt) => Add(ToDelivered, sentAt, Stopwatch.GetTimestamp());

    public void Note(string what)
    {
        lock (_notes)
        {
            if (_notes.Count < MostNotes)
            {
                _notes.Add(what);
            }
        }
    }

    void Add(Histogram histogram, long sentAt, long now)
    {
        if (sentAt >= _from && sentAt < _to)
        {
            histogram.Add((long)Stopwatch.GetElapsedTime(sentAt, now).TotalNanoseconds);
        }
    }
}

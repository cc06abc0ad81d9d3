using System.Diagnostics;
using SiteAccess.Load.Pairs;

namespace SiteAccess.Load.Runs;

/// <summary>
/// A fixed number of messages per second over all pairs, whatever the answers do. Times count from the moment at which a message
/// was meant to be sent, so a server that stalls cannot hide it by holding up the sender.
/// </summary>
sealed class OpenLoop(IReadOnlyList<Pair> pairs, double rate, bool takeTurns) : ILoad
{
    volatile bool _isOver;

    public void Start() => new Thread(Run) { IsBackground = true, Name = "pace" }.Start();

    public void Stop() => _isOver = true;

    void Run()
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0L; !_isOver; i++)
        {
            var intendedAt = start + (long)(i / rate * Stopwatch.Frequency);
            Pace.WaitUntil(intendedAt);
            var pair = pairs[(int)(i % pairs.Count)];
            (takeTurns && i / pairs.Count % 2 == 1 ? pair.Operator : pair.Visitor).Send(intendedAt);
        }
    }
}

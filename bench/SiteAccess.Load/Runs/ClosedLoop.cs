using System.Diagnostics;
using SiteAccess.Load.Pairs;

namespace SiteAccess.Load.Runs;

/// <summary>Each pair has one message on its way: the next follows the acknowledgement of the last.</summary>
sealed class ClosedLoop(IReadOnlyList<Pair> pairs, bool takeTurns) : ILoad
{
    volatile bool _isOver;

    public void Start()
    {
        foreach (var pair in pairs)
        {
            pair.WhenAnswered = Next;
            pair.Visitor.Send(Stopwatch.GetTimestamp());
        }
    }

    public void Stop() => _isOver = true;

    void Next(Pair pair, Party sender)
    {
        if (!_isOver)
        {
            (takeTurns ? pair.Other(sender) : sender).Send(Stopwatch.GetTimestamp());
        }
    }
}

using SiteAccess.Load.Wire;

namespace SiteAccess.Load.Pairs;

/// <summary>
/// What one side has received, in order. As docs/protocol.md asks of clients it holds back what comes early: nodes may publish out of
/// order, and a message counts as delivered when everything before it is there.
/// </summary>
sealed class Transcript(Action<MessageMark> shown)
{
    readonly SortedDictionary<long, MessageMark> _early = [];
    readonly int[] _lastNumbers = new int[2];

    /// <summary>The position of the last message that was shown.</summary>
    public long LastSeq { get; private set; }

    public int Doubled { get; private set; }

    /// <summary>Messages whose order is not the order in which their sender sent them.</summary>
    public int Misordered { get; private set; }

    /// <summary>Messages that came before an earlier one; the client reorders these.</summary>
    public int Early { get; private set; }

    /// <summary>Begins after a position.</summary>
    public void BeginAfter(long seq) => LastSeq = seq;

    public void Add(MessageMark mark, long seq)
    {
        if (seq != LastSeq + 1)
        {
            if (seq <= LastSeq || !_early.TryAdd(seq, mark))
            {
                Doubled++;
            }
            else
            {
                Early++;
            }

            return;
        }

        Show(mark);
        while (_early.Count > 0 && _early.Remove(LastSeq + 1, out var next))
        {
            Show(next);
        }
    }

    void Show(MessageMark mark)
    {
        LastSeq++;
        Misordered += mark.Number > _lastNumbers[mark.Side] ? 0 : 1;
        _lastNumbers[mark.Side] = mark.Number;
        shown(mark);
    }
}

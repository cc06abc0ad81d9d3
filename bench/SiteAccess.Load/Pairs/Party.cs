using SiteAccess.Load.Runs;
using SiteAccess.Load.Wire;

namespace SiteAccess.Load.Pairs;

/// <summary>One side of a pair: sends, hears, and keeps what it needs to judge both.</summary>
sealed class Party : IHearing
{
    // The times of the last sends, by number. More than these are never on their way in a run that is worth reading.
    const int Remembered = 1024;

    readonly Pair _pair;
    readonly Recorder _recorder;
    readonly long[] _sentAt = new long[Remembered];
    readonly int _side;

    public Party(Pair pair, int side, ChatWire wire, Recorder recorder)
    {
        (_pair, _side, Wire, _recorder) = (pair, side, wire, recorder);
        Transcript = new Transcript(Shown);
        wire.Hearing = this;
    }

    public ChatWire Wire { get; }

    public Transcript Transcript { get; }

    public int Sent { get; private set; }

    public int AcknowledgedCount { get; private set; }

    public int RefusedCount { get; private set; }

    /// <summary>Sends the next message; its time counts from <paramref name="intendedAt"/>.</summary>
    public void Send(long intendedAt)
    {
        var number = ++Sent;
        _sentAt[number % Remembered] = intendedAt;
        Wire.Send(number);
    }

    public long SentAt(int number) => _sentAt[number % Remembered];

    public void Acknowledged(int number, long seq)
    {
        AcknowledgedCount++;
        _pair.LastSeq = Math.Max(_pair.LastSeq, seq);
        _recorder.Acknowledged(SentAt(number));
        _pair.Answered(this);
    }

    public void Refused(int number, string error)
    {
        RefusedCount++;
        _recorder.Note(error);
        _pair.Answered(this);
    }

    public void Received(MessageMark mark, long seq) => Transcript.Add(mark, seq);

    public void Ended() => _recorder.Note("A connection ended");

    // A sender's own message comes back too; what counts is when the other side has it.
    void Shown(MessageMark mark)
    {
        if (mark.Side != _side)
        {
            _recorder.Delivered(_pair.Other(this).SentAt(mark.Number));
        }
    }
}

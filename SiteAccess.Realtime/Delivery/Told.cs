using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Internal;

namespace SiteAccess.Realtime.Delivery;

/// <summary>
/// What this node has told of a conversation: where a poll has to go on from when the bus is away, and what need not be told again
/// when both bring it. Only the <see cref="Deliverer"/> takes; a poll reads.
/// </summary>
/// <param name="wholeUpTo">The last position that the listeners know of, or an earlier one; <see cref="Unknown"/> for not known.</param>
sealed class Told(long wholeUpTo = Told.Unknown)
{
    public const long Unknown = -1;

    // More than that missing one is not late but lost; its listeners have seen the gap and asked.
    const int MostAhead = 64;

    long _wholeUpTo = wholeUpTo;
    SortedSet<long>? _ahead;
    (ConversationStatus Status, Guid? AssigneeId)? _state;

    /// <summary>Everything up to here has been told.</summary>
    public long WholeUpTo => Volatile.Read(ref _wholeUpTo);

    public static Told Of(ConversationHead head) => new(head.LastSeq) { _state = (head.Status, head.AssigneeId) };

    /// <returns>Whether a message at this position has not been told yet.</returns>
    public bool Take(long seq)
    {
        if (_wholeUpTo == Unknown || (seq == _wholeUpTo + 1 && _ahead is null))
        {
            Volatile.Write(ref _wholeUpTo, seq);
            return true;
        }

        if (seq <= _wholeUpTo || _ahead?.Contains(seq) == true)
        {
            return false;
        }

        var ahead = _ahead ?? [];
        ahead.Add(seq);
        while (ahead.Count > 0 && (ahead.Min == _wholeUpTo + 1 || ahead.Count > MostAhead))
        {
            Volatile.Write(ref _wholeUpTo, ahead.Min);
            ahead.Remove(ahead.Min);
        }

        _ahead = ahead.Count == 0 ? null : ahead;
        return true;
    }

    public void Take(ConversationSummary row) => _state = (row.Status, row.AssigneeId);

    /// <returns>Whether the conversation has another status or assignee than was told.</returns>
    public bool Differs(ConversationHead head) => _state != (head.Status, head.AssigneeId);

    /// <summary>Begins anew: nothing was known, or the data has become another.</summary>
    public void Restart(long seq) => (_ahead, _wholeUpTo) = (null, seq);
}

namespace SiteAccess.Realtime.Connections;

/// <summary>
/// What was told to one reader and has not left for the wire, in bytes: events differ in size by a thousand, so their number says
/// little about memory. A reader that falls further behind is cut off; what it missed it fetches by position when it is back.
/// </summary>
sealed class Backlog
{
    /// <summary>The most that waits for one reader.</summary>
    public const int Most = 1024 * 1024;

    /// <summary>What an event costs beside its payload: its frame, and whatever waits with it.</summary>
    const int Frame = 256;

    int _bytes;

    /// <summary>What waits now.</summary>
    public int Bytes => Volatile.Read(ref _bytes);

    /// <summary>Takes an event's cost, unless the reader is too far behind.</summary>
    public bool TryAdd(int cost)
    {
        if (Interlocked.Add(ref _bytes, cost) <= Most)
        {
            return true;
        }

        Release(cost);
        return false;
    }

    /// <summary>Gives it back: the event has left, or never will.</summary>
    public void Release(int cost) => Interlocked.Add(ref _bytes, -cost);

    /// <summary>What an event costs.</summary>
    public static int CostOf(WrittenEvent told) => Frame + told.Size;
}

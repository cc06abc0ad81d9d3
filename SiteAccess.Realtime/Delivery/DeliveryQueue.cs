using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using SiteAccess.Contracts.Bus;

namespace SiteAccess.Realtime.Delivery;

/// <summary>An event that came on a topic of the bus, or that was found by asking while the bus was away.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Delivery(Topic Topic, BusEvent Event);

/// <summary>
/// Between the bus, whose reader must never wait, and the connections. When it is full the oldest go: their clients see the gap
/// in seq and ask.
/// </summary>
sealed class DeliveryQueue
{
    const int Longest = 50_000;

    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    readonly Channel<Delivery> _queue;
    long _added;
    long _gone;

    public DeliveryQueue() => _queue = Channel.CreateBounded<Delivery>(
        new BoundedChannelOptions(Longest) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
        _ => Interlocked.Increment(ref _gone));

    public void Add(Delivery delivery)
    {
        Interlocked.Increment(ref _added);
        _queue.Writer.TryWrite(delivery);
    }

    /// <summary>Hands out what comes, one at a time; asking for the next says that the last is delivered.</summary>
    public async IAsyncEnumerable<Delivery> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var delivery in _queue.Reader.ReadAllAsync(cancellationToken))
        {
            yield return delivery;
            Interlocked.Increment(ref _gone);
        }
    }

    /// <summary>Waits until what has been added so far is delivered.</summary>
    public async Task DeliveredAsync(CancellationToken cancellationToken)
    {
        var added = Volatile.Read(ref _added);
        while (Volatile.Read(ref _gone) < added)
        {
            await Task.Delay(Look, cancellationToken);
        }
    }
}

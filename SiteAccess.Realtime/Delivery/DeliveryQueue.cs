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

    readonly Channel<Delivery> _queue = Channel.CreateBounded<Delivery>(
        new BoundedChannelOptions(Longest) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Add(Delivery delivery) => _queue.Writer.TryWrite(delivery);

    public IAsyncEnumerable<Delivery> ReadAllAsync(CancellationToken cancellationToken) => _queue.Reader.ReadAllAsync(cancellationToken);
}

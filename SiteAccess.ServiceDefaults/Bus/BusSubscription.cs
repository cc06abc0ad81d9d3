using SiteAccess.Contracts.Bus;

namespace SiteAccess.ServiceDefaults.Bus;

/// <summary>A wish to hear a channel; disposing ends it.</summary>
public sealed class BusSubscription : IDisposable
{
    readonly EventBus _bus;
    int _isOver;

    internal BusSubscription(EventBus bus, string channel, Action<BusEvent> handler, Task confirmed) =>
        (_bus, Channel, Handler, Confirmed) = (bus, channel, handler, confirmed);

    /// <summary>The channel.</summary>
    public string Channel { get; }

    /// <summary>
    /// Done when Redis has confirmed that the channel is heard, or after 2 s without an answer. Never fails. Await it, then load:
    /// what happens in between comes twice, never not at all.
    /// </summary>
    public Task Confirmed { get; }

    internal Action<BusEvent> Handler { get; }

    /// <summary>Ends it. The channel is left when nobody here hears it any more.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            _bus.Leave(this);
        }
    }
}

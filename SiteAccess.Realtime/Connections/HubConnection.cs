using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Realtime.Delivery;
using SiteAccess.Realtime.Metrics;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Http;

namespace SiteAccess.Realtime.Connections;

/// <summary>
/// A connection that speaks the hub protocol. What it is told counts against its <see cref="Backlog"/>; answers do not, because a
/// client gets no more of them at once than it may ask for at once.
/// </summary>
sealed class HubConnection : LiveConnection
{
    /// <summary>How long a closing connection has to read why.</summary>
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    static readonly object ItemKey = new();
    static readonly JsonElement Nothing = JsonElement.Parse("{}");

    readonly ISingleClientProxy _wire;
    readonly HubCallerContext _context;
    readonly TimeProvider _clock;
    readonly Backlog _backlog = new();
    int _isClosing;
    int _hasAsked;
    long _pingedAt;

    public HubConnection(HubCallerContext context, Caller caller, ISingleClientProxy wire, TimeProvider clock)
        : base(context.ConnectionId, caller, clock)
    {
        (_context, _wire, _clock) = (context, wire, clock);
        Address = ClientAddress.Of(context.GetHttpContext());
        context.Items[ItemKey] = this;
    }

    public static HubConnection Of(HubCallerContext context) => (HubConnection)context.Items[ItemKey]!;

    /// <summary>Bytes that were told and have not left.</summary>
    public int Waiting => _backlog.Bytes;

    public override bool Hear(EventForms news)
    {
        if (news.For(this) is not { } told)
        {
            return false;
        }

        Tell(told);
        return true;
    }

    public override void Tell(string name, object data) => Tell(WrittenEvent.Of(name, data));

    void Tell(WrittenEvent told)
    {
        if (Volatile.Read(ref _isClosing) == 1)
        {
            return;
        }

        var cost = Backlog.CostOf(told);
        if (!_backlog.TryAdd(cost))
        {
            Close(ErrorCodes.ConnectionTooSlow);
            return;
        }

        var telling = _wire.SendCoreAsync(told.Name, [told]);
        if (telling.IsCompletedSuccessfully)
        {
            _backlog.Release(cost);
        }
        else
        {
            _ = SettleAsync(telling, cost);
        }
    }

    public override void Close(string code)
    {
        if (Interlocked.Exchange(ref _isClosing, 1) == 0)
        {
            _ = CloseAsync(code);
        }
    }

    /// <summary>Whether the client asks for the first time what it missed.</summary>
    public bool IsFirstAsking() => Interlocked.Exchange(ref _hasAsked, 1) == 0;

    /// <summary>Asks the client for an answer, to measure the line; once only, if it does not know how to answer.</summary>
    public void Ping()
    {
        if (Interlocked.CompareExchange(ref _pingedAt, _clock.GetTimestamp(), 0) == 0)
        {
            Tell(new WrittenEvent(HubEvents.Ping, Nothing));
        }
    }

    /// <summary>The answer came; one that nobody asked for says nothing.</summary>
    public void Pong()
    {
        if (Interlocked.Exchange(ref _pingedAt, 0) is var pingedAt and not 0)
        {
            RealtimeMetrics.NotePing(_clock.GetElapsedTime(pingedAt), Kind);
        }
    }

    async Task SettleAsync(Task telling, int cost)
    {
        // A failed write means that the connection is ending; its own loop deals with that.
        await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _backlog.Release(cost);
    }

    // The reason waits its turn behind what is buffered, so a reader that is alive gets all of it and knows where it stands.
    async Task CloseAsync(string code)
    {
        var telling = _wire.SendCoreAsync(HubEvents.ConnectionClosing, [new ConnectionClosing(code)]);
        await telling.WaitAsync(Farewell, _clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _context.Abort();
    }
}

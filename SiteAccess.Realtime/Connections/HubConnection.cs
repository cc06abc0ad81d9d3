using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Realtime.Delivery;
using SiteAccess.ServiceDefaults.Access;

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

    readonly ISingleClientProxy _wire;
    readonly HubCallerContext _context;
    readonly TimeProvider _clock;
    readonly Backlog _backlog = new();
    int _isClosing;

    public HubConnection(HubCallerContext context, Caller caller, ISingleClientProxy wire, TimeProvider clock)
        : base(context.ConnectionId, caller, clock)
    {
        (_context, _wire, _clock) = (context, wire, clock);
        context.Items[ItemKey] = this;
    }

    public static HubConnection Of(HubCallerContext context) => (HubConnection)context.Items[ItemKey]!;

    /// <summary>Bytes that were told and have not left.</summary>
    public int Waiting => _backlog.Bytes;

    public override bool Hear(EventForms news)
    {
        if (news.For(this) is not { } data)
        {
            return false;
        }

        Tell(news.Type, data);
        return true;
    }

    public override void Tell(string name, object data)
    {
        if (Volatile.Read(ref _isClosing) == 1)
        {
            return;
        }

        // What came from the bus is JSON already, one piece for all who hear it; the rest is made so here, to be measured.
        var payload = data is JsonElement ? data : JsonSerializer.SerializeToElement(data, WireJson.Options);
        var cost = Backlog.CostOf((JsonElement)payload);
        if (!_backlog.TryAdd(cost))
        {
            Close(ErrorCodes.ConnectionTooSlow);
            return;
        }

        var telling = _wire.SendCoreAsync(name, [payload]);
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

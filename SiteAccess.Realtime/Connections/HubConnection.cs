using Microsoft.AspNetCore.SignalR;
using SiteAccess.Realtime.Delivery;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Realtime.Connections;

/// <summary>A connection that speaks the hub protocol.</summary>
sealed class HubConnection : LiveConnection
{
    // A reader this far behind is cut off; what it missed it fetches by position when it is back.
    const int MostPending = 512;

    static readonly object ItemKey = new();

    readonly ISingleClientProxy _wire;
    readonly HubCallerContext _context;
    int _pending;

    public HubConnection(HubCallerContext context, Caller caller, ISingleClientProxy wire, TimeProvider clock)
        : base(context.ConnectionId, caller, clock)
    {
        (_context, _wire) = (context, wire);
        context.Items[ItemKey] = this;
    }

    public static HubConnection Of(HubCallerContext context) => (HubConnection)context.Items[ItemKey]!;

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
        if (Interlocked.Increment(ref _pending) > MostPending)
        {
            Interlocked.Decrement(ref _pending);
            _context.Abort();
            return;
        }

        var telling = _wire.SendCoreAsync(name, [data]);
        if (telling.IsCompletedSuccessfully)
        {
            Interlocked.Decrement(ref _pending);
        }
        else
        {
            _ = SettleAsync(telling);
        }
    }

    async Task SettleAsync(Task telling)
    {
        // A failed write means that the connection is ending; its own loop deals with that.
        await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Interlocked.Decrement(ref _pending);
    }
}

using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Delivery;
using SiteAccess.Realtime.Typing;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Realtime.Connections;

/// <summary>A connection to this node: who it is, what it hears, and its end of the wire.</summary>
sealed class LiveConnection
{
    // A reader this far behind is cut off; what it missed it fetches by position when it is back.
    const int MostPending = 512;

    static readonly object ItemKey = new();

    readonly ISingleClientProxy _wire;
    readonly HubCallerContext _context;
    int _pending;

    public LiveConnection(HubCallerContext context, Caller caller, ISingleClientProxy wire, TimeProvider clock)
    {
        (_context, _wire) = (context, wire);
        Actor = caller.Actor;
        Purpose = caller.Purpose;
        Name = caller.Name;
        ChannelId = IsVisitor ? caller.ChannelId : null;
        Typing = new Allowance(burst: 6, perSecond: 2, clock);
        context.Items[ItemKey] = this;
    }

    public string Id => _context.ConnectionId;

    public Actor Actor { get; }

    public string Purpose { get; }

    public string? Name { get; }

    /// <summary>A visitor's channel; null for operators, who may have many.</summary>
    public Guid? ChannelId { get; }

    public bool IsVisitor => Actor.Kind == SenderType.Visitor;

    /// <summary>How much more may be said about typing.</summary>
    public Allowance Typing { get; }

    /// <summary>What it hears; guarded by <see cref="Audiences"/>.</summary>
    public HashSet<Topic> Topics { get; } = [];

    /// <summary>Whether it has ended, so that nothing joins it to a topic any more; guarded by <see cref="Audiences"/>.</summary>
    public bool IsGone { get; set; }

    /// <summary>Its entries on the presence board.</summary>
    public List<Task<IAsyncDisposable>> Presence { get; } = [];

    public static LiveConnection Of(HubCallerContext context) => (LiveConnection)context.Items[ItemKey]!;

    /// <summary>Tells the client something. Does not wait: a slow reader must not hold up the others.</summary>
    public void Tell(string name, object? data)
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

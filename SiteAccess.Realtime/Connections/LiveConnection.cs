using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Delivery;
using SiteAccess.Realtime.Typing;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Realtime.Connections;

/// <summary>A connection to this node, by whichever wire: who it is, what it hears, and its end of the wire.</summary>
/// <param name="id">Unique across nodes.</param>
/// <param name="caller">Who is at the other end.</param>
/// <param name="clock">The time.</param>
abstract class LiveConnection(string id, Caller caller, TimeProvider clock)
{
    public string Id { get; } = id;

    public Actor Actor { get; } = caller.Actor;

    public string Purpose { get; } = caller.Purpose;

    public string? Name { get; } = caller.Name;

    /// <summary>A visitor's channel; null for operators, who may have many.</summary>
    public Guid? ChannelId { get; } = caller.Purpose == Purposes.Visitor ? caller.ChannelId : null;

    public bool IsVisitor => Actor.Kind == SenderType.Visitor;

    /// <summary>How much more may be said about typing.</summary>
    public Allowance Typing { get; } = new(burst: 6, perSecond: 2, clock);

    /// <summary>What it hears; guarded by <see cref="Audiences"/>.</summary>
    public HashSet<Topic> Topics { get; } = [];

    /// <summary>Whether it has ended, so that nothing joins it to a topic any more; guarded by <see cref="Audiences"/>.</summary>
    public bool IsGone { get; set; }

    /// <summary>Its entries on the presence board.</summary>
    public List<Task<IAsyncDisposable>> Presence { get; } = [];

    /// <summary>Tells what came from the bus, in this wire's form; nothing when it is not for this listener. Never waits.</summary>
    /// <returns>Whether it was for this listener.</returns>
    public abstract bool Hear(EventForms news);

    /// <summary>Tells the client something about its channel or its connection. Never waits: a slow reader must not hold up the others.</summary>
    /// <param name="name">One of <see cref="Contracts.Hub.HubEvents"/>.</param>
    /// <param name="data">What there is to tell.</param>
    public abstract void Tell(string name, object data);

    /// <summary>Tells why, in the wire's own way, and ends the connection; at once or a few seconds later. Never waits.</summary>
    /// <param name="code">One of <see cref="Contracts.Errors.ErrorCodes"/>.</param>
    public abstract void Close(string code);
}

using System.Runtime.InteropServices;
using System.Threading.Channels;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Realtime.Connections;
using SiteAccess.Realtime.Delivery;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>Something for a client: news to put into its form, a frame as it is, or (neither) the wish to look whether something was missed.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct ChannelItem(BusEvent? News, byte[]? Frame, int Cost);

/// <summary>
/// A connection that speaks the open channel's frames. What it hears waits in its inbox, counted by its <see cref="Backlog"/>, for
/// <see cref="ChannelTalk"/> to take it to the wire.
/// </summary>
sealed class ChannelConnection(Caller caller, TimeProvider clock) : LiveConnection(Guid.NewGuid().ToString("N"), caller, clock)
{
    const int CostOfFrame = 256;

    readonly Channel<ChannelItem> _inbox = Channel.CreateUnbounded<ChannelItem>(new UnboundedChannelOptions { SingleReader = true });
    readonly Backlog _backlog = new();
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    string? _closing;
    int _isToLook;

    public string TokenId { get; } = caller.TokenId;

    /// <summary>When its channel token ends, and the connection with it, whoever it speaks for; null for the staff's stream, which lasts as long as the session.</summary>
    public DateTimeOffset? Until { get; } = caller.ConversationId is null ? null : caller.ExpiresAt;

    public override string Kind => ConversationId is null ? "channel-staff" : "channel-session";

    /// <summary>The one conversation that it hears; null for the staff's stream.</summary>
    public Guid? ConversationId { get; } = caller.ConversationId;

    /// <summary>What it was sent of late.</summary>
    public SentMessages Sent { get; } = new();

    /// <summary>Why the server ends it; null while it does not.</summary>
    public string? Closing => Volatile.Read(ref _closing);

    /// <summary>Done when nothing more is wanted of it or by it.</summary>
    public Task Ended => _ended.Task;

    public override bool Hear(EventForms news)
    {
        // A visitor's connections are let hear each of their conversations, a channel token is for one.
        var isForIt = ConversationId is { } only
            ? news.Event.ConversationId == only && news.Type is HubEvents.MessageReceived or HubEvents.MessageUpdated or HubEvents.ConversationUpdated
            : news.Type is HubEvents.MessageReceived or HubEvents.MessageUpdated or HubEvents.ConversationUpdated or HubEvents.MessageSeen;
        return isForIt && Put(new ChannelItem(news.Event, null, Backlog.CostOf(news.Whole)));
    }

    public override void Tell(string name, object data)
    {
        if (name == HubEvents.ServerMoving)
        {
            Close(name);
        }
    }

    /// <summary>Says a frame that is ready. Never waits.</summary>
    public void Say(byte[] frame) => Put(new ChannelItem(null, frame, CostOfFrame + frame.Length));

    /// <summary>Lets it look whether something was missed. Never waits.</summary>
    public void Look()
    {
        if (Interlocked.Exchange(ref _isToLook, 1) == 0)
        {
            Put(new ChannelItem(null, null, CostOfFrame));
        }
    }

    /// <inheritdoc/>
    public override void Close(string code)
    {
        if (Interlocked.CompareExchange(ref _closing, code, null) is null)
        {
            Leave();
        }
    }

    /// <summary>Ends it because the client is gone or wants to go.</summary>
    public void Leave()
    {
        _inbox.Writer.TryComplete();
        _ended.TrySetResult();
    }

    public IAsyncEnumerable<ChannelItem> ReadAllAsync(CancellationToken cancellationToken) => _inbox.Reader.ReadAllAsync(cancellationToken);

    /// <summary>The item has left for the wire.</summary>
    public void Settle(ChannelItem item)
    {
        _backlog.Release(item.Cost);
        if (item is { News: null, Frame: null })
        {
            Interlocked.Exchange(ref _isToLook, 0);
        }
    }

    bool Put(ChannelItem item)
    {
        if (Ended.IsCompleted)
        {
            return false;
        }

        if (!_backlog.TryAdd(item.Cost))
        {
            Close(ErrorCodes.ConnectionTooSlow);
            return false;
        }

        return _inbox.Writer.TryWrite(item);
    }
}

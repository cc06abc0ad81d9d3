using SiteAccess.Load.Wire;

namespace SiteAccess.Load.Systems;

/// <summary>A chat that can be put under load: how people come in, and what they speak.</summary>
abstract class ChatSystem : IDisposable
{
    /// <summary>A visitor arrives and begins a conversation.</summary>
    /// <returns>The conversation, and where the visitor's WebSocket goes.</returns>
    public abstract Task<(Guid ConversationId, string Target)> ArriveAsync(CancellationToken cancellation);

    /// <summary>The operator signs in.</summary>
    /// <returns>Where the operator's WebSockets go.</returns>
    public abstract Task<string> SignInAsync(CancellationToken cancellation);

    public abstract ChatWire Speak(WebSocketLink link, int side);

    public static ChatSystem Of(SystemFile system, LoadOptions options) => options.Protocol switch
    {
        "hub" => new HubSystem(system),
        "socketio" => new SocketIoSystem(),
        _ => throw new ArgumentException($"No such protocol: {options.Protocol}", nameof(options)),
    };

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>SiteAccess, or a hub that speaks as it does.</summary>
sealed class HubSystem(SystemFile system) : ChatSystem
{
    readonly Rest _rest = new(system.AllApis);

    public override async Task<(Guid ConversationId, string Target)> ArriveAsync(CancellationToken cancellation)
    {
        var session = await _rest.ArriveAsync(system.ChannelKey!, cancellation);
        var conversation = await _rest.BeginAsync(session.Token, cancellation);
        return (conversation.Id, TargetOf(session.Token));
    }

    public override async Task<string> SignInAsync(CancellationToken cancellation) =>
        TargetOf((await _rest.SignInAsync(system, cancellation)).AccessToken);

    public override ChatWire Speak(WebSocketLink link, int side) => new HubWire(link, side);

    protected override void Dispose(bool disposing)
    {
        _rest.Dispose();
        base.Dispose(disposing);
    }

    static string TargetOf(string token) => $"{Contracts.Hub.HubEvents.Path}?access_token={token}";
}

/// <summary>The peer: nobody signs in.</summary>
sealed class SocketIoSystem : ChatSystem
{
    const string Target = "/socket.io/?EIO=4&transport=websocket&side=";

    public override Task<(Guid ConversationId, string Target)> ArriveAsync(CancellationToken cancellation) =>
        Task.FromResult((Guid.CreateVersion7(), $"{Target}visitor"));

    public override Task<string> SignInAsync(CancellationToken cancellation) => Task.FromResult($"{Target}operator");

    public override ChatWire Speak(WebSocketLink link, int side) => new SocketIoWire(link, side);
}

using System.Net.WebSockets;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>A WebSocket: one text message per frame, and a close code that says why (RFC 6455, 7.4).</summary>
sealed class WebSocketWire(WebSocket socket) : IChannelWire
{
    public Task SendAsync(OutgoingFrame frame, CancellationToken cancellationToken) =>
        socket.SendAsync(frame.Text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    public Task EndAsync(string? code, CancellationToken cancellationToken) =>
        socket.State is WebSocketState.Open or WebSocketState.CloseReceived
            ? socket.CloseOutputAsync(StatusOf(code), code, cancellationToken)
            : Task.CompletedTask;

    // 1012 and 1013 are registered with IANA, 4000 and up are for applications.
    static WebSocketCloseStatus StatusOf(string? code) => code switch
    {
        null => WebSocketCloseStatus.NormalClosure,
        HubEvents.ServerMoving => (WebSocketCloseStatus)1012,
        ErrorCodes.ServerUnavailable => (WebSocketCloseStatus)1013,
        ErrorCodes.RequestInvalid => WebSocketCloseStatus.InvalidMessageType,
        ErrorCodes.RequestTooLarge => WebSocketCloseStatus.MessageTooBig,
        ErrorCodes.AuthExpired or ErrorCodes.AuthSessionEnded => (WebSocketCloseStatus)4401,
        ErrorCodes.ConnectionTooSlow => (WebSocketCloseStatus)4408,
        ErrorCodes.RequestTooMany => (WebSocketCloseStatus)4429,
        _ => WebSocketCloseStatus.PolicyViolation,
    };
}

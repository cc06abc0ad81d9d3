namespace SiteAccess.Contracts.OpenChannel;

/// <summary>The names of the open channel (wire protocol v1, after the second seed): addresses and types of frames.</summary>
public static class OpenChannelNames
{
    /// <summary>Where both wires are mapped.</summary>
    public const string Path = "/channel";

    /// <summary>The WebSocket.</summary>
    public const string WebSocketPath = "/channel/ws";

    /// <summary>The event stream (SSE).</summary>
    public const string EventStreamPath = "/channel/sse";

    /// <summary>Query: the channel token of a session.</summary>
    public const string Token = "token";

    /// <summary>Query: an operator's access token.</summary>
    public const string AccessToken = "access_token";

    /// <summary>Query <c>type</c>: the staff's stream.</summary>
    public const string Staff = "staff";

    /// <summary>Server → client: a message.</summary>
    public const string Message = "chat.message";

    /// <summary>Server → client: a message was edited or deleted.</summary>
    public const string MessageUpdated = "chat.message.updated";

    /// <summary>Server → staff: a conversation has got its first message.</summary>
    public const string SessionCreated = "chat.session.created";

    /// <summary>Server → client: somebody has the conversation now, or nobody.</summary>
    public const string SessionAssigned = "chat.session.assigned";

    /// <summary>Server → client: where the conversation stands now.</summary>
    public const string SessionStatus = "chat.session.status";

    /// <summary>Server → staff: how many of the visitor's messages nobody has read.</summary>
    public const string Alert = "chat.alert";

    /// <summary>Both ways: is somebody there?</summary>
    public const string Ping = "ping";

    /// <summary>Both ways: yes.</summary>
    public const string Pong = "pong";

    /// <summary>Client → server: messages up to this one have arrived.</summary>
    public const string Ack = "ack";

    /// <summary>Server → client: what was wrong, or why the stream ends.</summary>
    public const string Error = "error";
}

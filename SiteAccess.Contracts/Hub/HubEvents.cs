namespace SiteAccess.Contracts.Hub;

/// <summary>The names of hub methods and events (wire protocol v1), and of the bus events that carry the same facts.</summary>
public static class HubEvents
{
    /// <summary>Where the hub is mapped.</summary>
    public const string Path = "/hubs/live";

    /// <summary>Client → server: stores and delivers a message.</summary>
    public const string MessageSend = "message:send";

    /// <summary>Client → server: what came after a position.</summary>
    public const string MessageSince = "message:since";

    /// <summary>Client → server: delivered up to a position.</summary>
    public const string MessageAck = "message:ack";

    /// <summary>Client → server: read up to a position.</summary>
    public const string MessageRead = "message:read";

    /// <summary>Client → server (operators): hear a conversation.</summary>
    public const string ConversationJoin = "conversation:join";

    /// <summary>Client → server (operators): stop hearing it.</summary>
    public const string ConversationLeave = "conversation:leave";

    /// <summary>Both ways: somebody is writing.</summary>
    public const string Typing = "typing";

    /// <summary>Server → client: a message.</summary>
    public const string MessageReceived = "message:received";

    /// <summary>Server → client: a message was changed.</summary>
    public const string MessageUpdated = "message:updated";

    /// <summary>Server → client: how far somebody has got.</summary>
    public const string MessageSeen = "message:seen";

    /// <summary>Server → client: a conversation began or changed.</summary>
    public const string ConversationUpdated = "conversation:updated";

    /// <summary>Server → client: whether somebody would answer now.</summary>
    public const string ChannelStatus = "channel:status";

    /// <summary>Server → client: somebody came or went.</summary>
    public const string PresenceChanged = "presence:changed";

    /// <summary>Server → client (operators): a visitor has come to another page.</summary>
    public const string VisitorMoved = "visitor:moved";

    /// <summary>Server → client: this node goes; connect again.</summary>
    public const string ServerMoving = "server:moving";

    /// <summary>Server → client: the last event of a connection that the server ends, with the reason.</summary>
    public const string ConnectionClosing = "connection:closing";

    /// <summary>Server → client: answer with <see cref="Pong"/> at once; the time in between is the line's.</summary>
    public const string Ping = "ping";

    /// <summary>Client → server: the answer to <see cref="Ping"/>.</summary>
    public const string Pong = "pong";

    /// <summary>On the bus alone: an operator looks at a conversation.</summary>
    public const string ConversationViewing = "conversation:viewing";

    /// <summary>On the bus alone: sessions were ended, visitors were blocked.</summary>
    public const string AccessRevoked = "access:revoked";

    /// <summary>Server → client: whether this node hears the others. While it does not, it asks the database for what is new.</summary>
    public const string ServerBus = "server:bus";
}

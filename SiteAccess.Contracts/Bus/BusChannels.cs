namespace SiteAccess.Contracts.Bus;

/// <summary>The bus channels' names (the second seed's <c>chat:…</c>).</summary>
public static class BusChannels
{
    /// <summary>What the parties of a conversation hear.</summary>
    /// <param name="conversationId">The conversation.</param>
    public static string Conversation(Guid conversationId) => $"chat:{conversationId:D}";

    /// <summary>What the staff of a channel hears.</summary>
    /// <param name="channelId">The channel.</param>
    public static string Staff(Guid channelId) => $"chat:staff:{channelId:D}";

    /// <summary>Who came and went in a channel.</summary>
    /// <param name="channelId">The channel.</param>
    public static string Presence(Guid channelId) => $"presence:{channelId:D}";

    /// <summary>What every connection of one visitor hears, whatever it is about: a conversation begun in another tab, a revocation.</summary>
    /// <param name="visitorId">The visitor.</param>
    public static string Visitor(Guid visitorId) => $"visitor:{visitorId:D}";
}

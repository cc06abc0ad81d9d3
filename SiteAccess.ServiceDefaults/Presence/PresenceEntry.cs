using SiteAccess.Contracts.Messages;

namespace SiteAccess.ServiceDefaults.Presence;

/// <summary>One connection of one person in one channel. Several connections of a person are one presence.</summary>
/// <param name="Who">Visitor or operator.</param>
/// <param name="ChannelId">Where.</param>
/// <param name="PersonId">The person.</param>
/// <param name="ConnectionId">The connection or circuit; unique across nodes.</param>
public sealed record PresenceEntry(SenderType Who, Guid ChannelId, Guid PersonId, string ConnectionId);

using SiteAccess.Contracts.Messages;

namespace SiteAccess.Contracts.Presence;

/// <summary>Somebody came or went.</summary>
/// <param name="ChannelId">Where.</param>
/// <param name="Who">Visitor or operator.</param>
/// <param name="Id">The person.</param>
/// <param name="IsOnline">Whether at least one connection of theirs is up.</param>
public sealed record PresenceView(Guid ChannelId, SenderType Who, Guid Id, bool IsOnline);

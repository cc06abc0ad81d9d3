using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.Contracts.Presence;

/// <summary>Somebody came or went, or an operator is busy or not any more.</summary>
/// <param name="ChannelId">Where.</param>
/// <param name="Who">Visitor or operator.</param>
/// <param name="Id">The person.</param>
/// <param name="IsOnline">Whether at least one connection of theirs is up.</param>
/// <param name="State">An operator's own word; null for visitors.</param>
public sealed record PresenceView(Guid ChannelId, SenderType Who, Guid Id, bool IsOnline, OperatorState? State = null);

namespace SiteAccess.Contracts.Channels;

/// <summary>An operator of a channel, as their colleagues see them.</summary>
/// <param name="Id">The operator.</param>
/// <param name="Name">Their name.</param>
public sealed record ChannelMemberView(Guid Id, string Name);

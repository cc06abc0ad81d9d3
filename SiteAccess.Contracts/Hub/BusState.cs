namespace SiteAccess.Contracts.Hub;

/// <summary>Whether a node hears what happens on the others.</summary>
/// <param name="IsLive">False: messages still come, about a second later; who writes and who is there is not told for the time being.</param>
public sealed record BusState(bool IsLive);

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>Somebody who writes.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Draft">What a visitor has written so far, where the channel shows it.</param>
public sealed record TypingPerson(string Name, string? Draft);

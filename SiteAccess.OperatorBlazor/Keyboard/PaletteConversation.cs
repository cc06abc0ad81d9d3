namespace SiteAccess.OperatorBlazor.Keyboard;

/// <summary>A conversation that the palette leads to.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Name">The visitor's name.</param>
/// <param name="Channel">Where they write from.</param>
public sealed record PaletteConversation(Guid Id, string Name, string Channel);

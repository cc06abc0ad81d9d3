namespace Aspire.Hosting.ApplicationModel;

/// <summary>A state and how to show it.</summary>
public sealed record ResourceStateSnapshot(string Text, string? Style)
{
    /// <summary>Makes a state without a style.</summary>
    public static implicit operator ResourceStateSnapshot?(string? s) => s is null ? null : new(s, Style: null);
}

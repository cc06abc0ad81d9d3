using System.Buffers.Text;

namespace SiteAccess.Load.Wire;

/// <summary>Finds values in JSON text without parsing it.</summary>
static class Search
{
    /// <summary>What follows the first <paramref name="label"/>; nothing when there is none.</summary>
    public static ReadOnlySpan<byte> After(this ReadOnlySpan<byte> text, ReadOnlySpan<byte> label) =>
        text.IndexOf(label) is var at and >= 0 ? text[(at + label.Length)..] : default;

    /// <summary>The number that the text begins with; 0 when there is none.</summary>
    public static long ReadNumber(this ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out long number, out _) ? number : 0;
}

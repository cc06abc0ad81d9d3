using System.Text;

namespace SiteAccess.Api.Data;

static class PlainText
{
    /// <summary>What a stranger said about themselves, as one storable line: no control characters, not too long; null for nothing.</summary>
    public static string? Clip(string? text, int length)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var kept = new StringBuilder(Math.Min(text.Length, length));

        // Runes: half a surrogate pair comes out as U+FFFD, and a whole one is never cut.
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > length)
                break;
            if (!Rune.IsControl(rune))
                kept.Append(rune);
        }

        return kept.Length == 0 ? null : kept.ToString();
    }
}

using System.Globalization;
using System.Text;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Attachments;

/// <summary>Names of files, for people alone: nothing is ever stored or found under them.</summary>
static class FileNames
{
    const string Nameless = "file";

    /// <summary>
    /// The name without its folders, on one line, and without invisible characters, some of which turn the reading direction and so
    /// make an "exe" look like a "txt".
    /// </summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "")[((name ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var visible = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                visible.Append(rune);
        }

        return PlainText.Clip(visible.ToString(), AttachmentRules.MaxNameLength) ?? Nameless;
    }
}

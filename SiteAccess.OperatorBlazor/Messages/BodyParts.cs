using System.Text.RegularExpressions;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>A stretch of a message's text: words, or a link.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Link">Where it leads; null for words.</param>
readonly record struct BodyPart(string Text, string? Link);

/// <summary>Finds the links in a message. Only http and https, never a script; everything else stays text.</summary>
static partial class BodyParts
{
    /// <summary>The text cut into words and links, nothing lost.</summary>
    public static IEnumerable<BodyPart> Of(string body)
    {
        var at = 0;
        foreach (Match match in Links().Matches(body))
        {
            // A full stop or a closing bracket after an address belongs to the sentence.
            var link = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '»', '"', '\'');
            if (!Uri.TryCreate(link, UriKind.Absolute, out var address)) continue;
            if (match.Index > at) yield return new(body[at..match.Index], null);
            yield return new(link, address.AbsoluteUri);
            at = match.Index + link.Length;
        }
        if (at < body.Length) yield return new(body[at..], null);
    }

    [GeneratedRegex("""\bhttps?://[^\s<>]+""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Links();
}

using SiteAccess.Contracts.Search;

namespace SiteAccess.Api.Search;

/// <summary>
/// The words around a match. Postgres marks the matches in the text that it searches, which is in lower case; the marks are carried
/// over to the text as it was written.
/// </summary>
static class Excerpt
{
    const char Begin = '\u0001';
    const char End = '\u0002';
    const int Before = 30;
    const int Length = 140;

    /// <summary>Options for Postgres' <c>ts_headline</c>: the whole text, with marks that nobody types.</summary>
    public static readonly string MarkOptions = $"HighlightAll=true, StartSel={Begin}, StopSel={End}";

    /// <param name="body">The text as it was written.</param>
    /// <param name="marked">The same in lower case, with marks.</param>
    public static IReadOnlyList<ExcerptPart> Of(string body, string marked)
    {
        var places = Places(marked);

        // Letters whose lower case is longer, or markup that Postgres leaves out: then the places are not to be trusted.
        if (marked.Length - (2 * places.Count) != body.Length)
            places = [];
        var start = places.Count == 0 || body.Length <= Length ? 0 : BeginOfWord(body, places[0].Start - Before);
        var end = Math.Min(body.Length, start + Length);
        var parts = new List<ExcerptPart>();
        if (start > 0)
            parts.Add(new ExcerptPart("…", false));
        foreach (var (from, to) in places.Where(place => place.End <= end))
        {
            Add(parts, body[start..from], isMatch: false);
            Add(parts, body[from..to], isMatch: true);
            start = to;
        }

        Add(parts, Whole(body[start..end]) + (end < body.Length ? "…" : ""), isMatch: false);
        return parts;
    }

    static List<(int Start, int End)> Places(string marked)
    {
        var places = new List<(int, int)>();
        var (at, start) = (0, 0);
        foreach (var letter in marked)
        {
            if (letter == Begin)
                start = at;
            else if (letter == End)
                places.Add((start, at));
            else
                at++;
        }

        return places;
    }

    static int BeginOfWord(string body, int at)
    {
        if (at <= 0)
            return 0;
        var space = body.IndexOf(' ', at, Before);
        return space >= 0 ? space + 1 : char.IsLowSurrogate(body[at]) ? at + 1 : at;
    }

    // Half a surrogate pair at the end is left out.
    static string Whole(string text) => text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[..^1] : text;

    static void Add(List<ExcerptPart> parts, string text, bool isMatch)
    {
        if (text.Length > 0)
            parts.Add(new ExcerptPart(text, isMatch));
    }
}

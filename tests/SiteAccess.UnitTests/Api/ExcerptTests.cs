using SiteAccess.Api.Search;

namespace SiteAccess.UnitTests.Api;

public class ExcerptTests
{
    [Fact]
    public void Marks_are_carried_over_to_the_text_as_it_was_written()
    {
        var parts = Excerpt.Of("Синий Велосипед тут", "синий \u0001велосипед\u0002 тут");

        Assert.Equal([("Синий ", false), ("Велосипед", true), (" тут", false)], parts.Select(part => (part.Text, part.IsMatch)));
    }

    [Fact]
    public void Text_that_postgres_shortened_is_shown_without_marks()
    {
        var part = Assert.Single(Excerpt.Of("a <b>word</b>", "a \u0001word\u0002"));

        Assert.Equal(("a <b>word</b>", false), (part.Text, part.IsMatch));
    }

    [Fact]
    public void A_long_text_is_cut_around_the_first_match_and_no_letter_is_halved()
    {
        var body = new string('a', 500) + " word " + string.Concat(Enumerable.Repeat("🚲", 200));
        var marked = body.Replace("word", "\u0001word\u0002", StringComparison.Ordinal);

        var text = string.Concat(Excerpt.Of(body, marked).Select(part => part.Text));

        Assert.StartsWith("…", text, StringComparison.Ordinal);
        Assert.EndsWith("🚲…", text, StringComparison.Ordinal);
        Assert.Contains("word ", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 100, 150);
    }
}

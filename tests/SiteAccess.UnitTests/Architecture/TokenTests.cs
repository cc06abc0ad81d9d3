using System.Text.RegularExpressions;

namespace SiteAccess.UnitTests.Architecture;

/// <summary>The operator app and the widget name the same colours; they write them differently, so this holds them together.</summary>
public class TokenTests
{
    const string Operator = "SiteAccess.OperatorBlazor/wwwroot/css/tokens.css";
    const string Widget = "widget/src/styles/tokens.css";

    public static TheoryData<string> Shared =>
    [
        "canvas", "surface", "raised", "ink", "muted", "faint", "line", "accent", "accent-soft",
        "attention", "attention-soft", "danger", "danger-soft", "note",
    ];

    [Theory]
    [MemberData(nameof(Shared))]
    public void A_colour_is_the_same_in_both_apps_in_both_themes(string token)
    {
        var both = Regex.Match(Repository.Read(Operator), $@"--sa-{token}: light-dark\((#\w+), (#\w+)\);");
        Assert.True(both.Success, $"{Operator} lacks --sa-{token}.");

        // In the widget's file: light, dark by the system, dark by the page, light by the page, in whatever order.
        var values = Regex.Matches(Repository.Read(Widget), $@"--sa-{token}: (#\w+);").Select(match => match.Groups[1].Value).Distinct();

        Assert.Equal(new[] { both.Groups[1].Value, both.Groups[2].Value }.Order(StringComparer.Ordinal), values.Order(StringComparer.Ordinal));
    }
}

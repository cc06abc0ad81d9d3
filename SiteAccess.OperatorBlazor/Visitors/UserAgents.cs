using System.Text.RegularExpressions;

namespace SiteAccess.OperatorBlazor.Visitors;

/// <summary>Says a browser's own lengthy name in three words. A guess for people, never a basis for a decision.</summary>
static partial class UserAgents
{
    // Nearly every browser names its ancestors too, so the youngest are asked for first.
    static readonly (string Mark, string Name)[] Browsers =
    [
        ("YaBrowser", "Yandex"), ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("FxiOS", "Firefox"),
        ("Firefox", "Firefox"), ("CriOS", "Chrome"), ("HeadlessChrome", "Chrome"), ("Chrome", "Chrome"), ("Version", "Safari"),
    ];

    static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>"Chrome 128 · Windows"; null when nothing is recognised.</summary>
    public static string? Name(string? userAgent)
    {
        if (string.IsNullOrWhiteSpace(userAgent)) return null;
        var versions = Versions().Matches(userAgent).GroupBy(match => match.Groups["name"].Value).ToDictionary(group => group.Key, group => group.First().Groups["major"].Value);
        var browser = Browsers.FirstOrDefault(browser => versions.ContainsKey(browser.Mark));
        var system = Systems.FirstOrDefault(system => userAgent.Contains(system.Mark, StringComparison.Ordinal)).Name;
        string?[] parts = [browser.Name is null ? null : $"{browser.Name} {versions[browser.Mark]}", system];
        return parts.Any(part => part is not null) ? string.Join(" · ", parts.Where(part => part is not null)) : null;
    }

    [GeneratedRegex(@"(?<name>[A-Za-z]+)/(?<major>\d+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Versions();
}

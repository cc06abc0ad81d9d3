using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SiteAccess.SystemTests.Browser;

/// <summary>Keeps a picture of every screen under artifacts/screens, with one page that shows them all, and has axe look at each.</summary>
static class Screens
{
    static readonly Lock Sheet = new();

    // The size of targets is new in WCAG 2.2 and has to be asked for.
    static readonly AxeRunOptions AxeOptions = new()
    {
        ResultTypes = [ResultType.Violations],
        Rules = new() { ["target-size"] = new() { Enabled = true } },
    };

    static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "screens");

    /// <summary>Takes the picture, and fails the test if axe finds anything serious on the page.</summary>
    public static async Task KeepAsync(this IPage page, string name, Screen screen)
    {
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{screen.Name}.png"), Animations = ScreenshotAnimations.Disabled });
        WriteSheet();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} {screen.Name} scrolls sideways.");
        var found = (await page.RunAxe(AxeOptions)).Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(" | ", violation.Nodes.Select(node => node.Target + " " + node.Html))}")
            .ToList();
        Assert.True(found.Count == 0, $"{name} {screen.Name}: {string.Join(Environment.NewLine, found)}");
    }

    static void WriteSheet()
    {
        lock (Sheet)
        {
            var html = new StringBuilder("<!doctype html><meta charset=utf-8><title>Screens</title><style>body{font:14px system-ui;display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}img{max-width:420px;max-height:520px;border:1px solid #ccc}</style>");
            foreach (var file in Directory.GetFiles(Folder, "*.png").Select(Path.GetFileName).Order(StringComparer.Ordinal))
                html.Append("<figure><a href=\"").Append(file).Append("\"><img loading=lazy src=\"").Append(file).Append("\" alt=\"\"></a><figcaption>").Append(file).Append("</figcaption></figure>");
            File.WriteAllText(Path.Combine(Folder, "index.html"), html.ToString());
        }
    }
}

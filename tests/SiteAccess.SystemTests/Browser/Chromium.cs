using Microsoft.Playwright;
using SiteAccess.SystemTests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace SiteAccess.SystemTests.Browser;

/// <summary>The machine's own Chromium, driven by Playwright; every test opens contexts (people) of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Without the last ones the browser looks for updates and hosts that a closed network does not have.
    static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    IPlaywright? _playwright;
    IBrowser? _browser;
    readonly List<IBrowserContext> _open = [];

    public async ValueTask InitializeAsync()
    {
        var path = Places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("Chromium is missing: run ./test, which installs or names it.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    /// <summary>A new person at a screen of this kind, with storage of their own.</summary>
    public async Task<IPage> OpenAsync(Screen screen, Uri address)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = screen.Language,
            ReducedMotion = ReducedMotion.Reduce,
            IsMobile = screen.Width < 600,
            HasTouch = screen.Width < 600,
        });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        _open.Add(context);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Console.WriteLine($"[{address.Authority}] {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => Console.WriteLine($"[{address.Authority}] page error: {error}");
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>Everybody goes; of a test that failed the last sight of each page is kept under artifacts/failures.</summary>
    public async Task LeaveAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var name = TestContext.Current.TestMethod?.MethodName;
        foreach (var (person, context) in _open.Index())
        {
            foreach (var (tab, page) in context.Pages.Index())
            {
                if (failed) await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "failures", $"{name}-{person}-{tab}.png") });
            }

            await context.CloseAsync();
        }

        _open.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}

/// <summary>What somebody sits in front of.</summary>
/// <param name="Width">CSS pixels.</param>
/// <param name="Dark">Whether the system prefers dark colours.</param>
/// <param name="Language">The browser's language.</param>
public sealed record Screen(int Width = 1280, bool Dark = false, string Language = "en")
{
    /// <summary>CSS pixels: a desktop's or a phone's.</summary>
    public int Height => Width < 600 ? 844 : 800;

    /// <summary>A name for files.</summary>
    public string Name => $"{Width}-{(Dark ? "dark" : "light")}-{Language[..2]}";

    /// <summary>Desktop and phone, light and dark, English and Russian.</summary>
    public static IEnumerable<Screen> All =>
        from width in (int[])[1280, 390]
        from dark in (bool[])[false, true]
        from language in (string[])["en-GB", "ru-RU"]
        select new Screen(width, dark, language);
}

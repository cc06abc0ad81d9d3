using Microsoft.Playwright;

namespace SiteAccess.SystemTests.Browser;

/// <summary>The widget on the demo page, as a visitor uses it.</summary>
sealed class VisitorScreen(IPage page)
{
    public IPage Page => page;

    public ILocator Composer => page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("Write a message|Напишите сообщение|Сообщение") });

    /// <summary>Bubbles from top to bottom.</summary>
    ILocator Bubbles => page.Locator("siteaccess-chat .rows .bubble");

    public ILocator Launcher => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Open chat|Открыть чат)") });

    public static async Task<VisitorScreen> ArriveAsync(Chromium chromium, RunningSystem system, Screen? screen = null) =>
        new(await chromium.OpenAsync(screen ?? new Screen(), new Uri(system.Addresses.Demo, screen?.Language.StartsWith("ru", StringComparison.Ordinal) == true ? "/ru/" : "/")));

    public async Task OpenChatAsync()
    {
        await Launcher.ClickAsync();
        await Composer.WaitForAsync();
    }

    public async Task SayAsync(string words)
    {
        await Composer.FillAsync(words);
        await Composer.PressAsync("Enter");
    }

    /// <summary>Waits until these are the messages, in this order, and nothing else.</summary>
    public Task SeeAsync(params string[] words) => Assertions.Expect(Bubbles).ToHaveTextAsync(words, new() { Timeout = 30_000 });

    /// <summary>Waits until the last own message is marked so ("Sent", "Seen").</summary>
    public Task SeeStateAsync(string state) => Assertions.Expect(page.Locator(".state").Last).ToHaveTextAsync(state, new() { Timeout = 30_000 });

    /// <summary>Does what stands in the header's menu.</summary>
    public async Task MoreAsync(string what)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(More|Ещё)") }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = what }).ClickAsync();
    }

    public async Task ReloadAsync()
    {
        await page.ReloadAsync();
        // A conversation that was open when the page was left opens by itself; otherwise the button does it.
        await Launcher.Or(Composer).First.WaitForAsync();
        if (!await Composer.IsVisibleAsync()) await OpenChatAsync();
    }
}

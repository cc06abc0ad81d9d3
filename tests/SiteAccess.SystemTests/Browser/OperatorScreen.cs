using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SiteAccess.SystemTests.Browser;

/// <summary>The operator app, as an operator uses it.</summary>
sealed class OperatorScreen(IPage page)
{
    public IPage Page => page;

    public ILocator Rows => page.GetByTestId("conversation-row");

    public ILocator Composer => page.GetByTestId("composer");

    ILocator Messages => page.GetByTestId("message");

    public static async Task<OperatorScreen> SignInAsync(Chromium chromium, RunningSystem system, Screen? screen = null)
    {
        var desk = new OperatorScreen(await chromium.OpenAsync(screen ?? new Screen(), system.Addresses.Operator));
        await desk.Page.FillAsync("input[type=email]", system.Addresses.OperatorEmail);
        await desk.Page.FillAsync("input[type=password]", system.Addresses.OperatorPassword);
        await desk.Page.ClickAsync("[data-testid=sign-in-form] button[type=submit]");
        await Assertions.Expect(desk.Page).Not.ToHaveURLAsync(new Regex("sign-in"), new() { Timeout = 30_000 });
        return desk;
    }

    /// <summary>Opens the conversation whose last words these are.</summary>
    public async Task OpenAsync(string words)
    {
        await Rows.Filter(new() { HasText = words }).First.ClickAsync();
        await Composer.WaitForAsync();
    }

    public async Task SayAsync(string words)
    {
        await Composer.FillAsync(words);
        await Composer.PressAsync("Enter");
    }

    /// <summary>Opens "My preferences" from the menu under the operator's picture.</summary>
    public async Task OpenPreferencesAsync()
    {
        await page.Locator(".me").ClickAsync();
        await page.Locator("[data-opens=preferences]").ClickAsync();
        await Assertions.Expect(page.Locator("dialog[data-dialog=preferences]")).ToBeVisibleAsync();
    }

    /// <summary>Waits until these are the messages, in this order, and nothing else.</summary>
    public async Task SeeAsync(params string[] words)
    {
        await Assertions.Expect(Messages).ToHaveCountAsync(words.Length, new() { Timeout = 30_000 });
        for (var i = 0; i < words.Length; i++) await Assertions.Expect(Messages.Nth(i)).ToContainTextAsync(words[i]);
    }
}

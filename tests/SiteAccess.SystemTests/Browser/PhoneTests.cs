using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SiteAccess.SystemTests.Browser;

/// <summary>The operator app in one hand.</summary>
public sealed class PhoneTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    // A link within a sentence and a field's own words are as high as the words are.
    const string TooSmall =
        """
        () => [...document.querySelectorAll('a[href], button, summary, input, select, textarea, [role="option"]')]
          .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.bubble, .skip-link, .sr-only') && one.type !== 'hidden')
          .map(one => ({ one: one.closest('label') ?? one }))
          .map(({ one }) => ({ one, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
          .map(({ one, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${one.outerHTML.slice(0, 120)}`)
        """;

    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_is_touched_is_large_enough_and_every_pane_has_a_way_back()
    {
        using var caller = await Caller.WriteAsync(system, $"with a thumb {Guid.NewGuid():N}", Cancellation);
        var page = (await OperatorScreen.SignInAsync(chromium, system, new Screen(390))).Page;
        var desk = new OperatorScreen(page);
        await desk.Rows.First.WaitForAsync();
        await AllLargeAsync("list");
        await page.GetByLabel("You and your settings").TapAsync();
        await AllLargeAsync("menu");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keyboard shortcuts" }).TapAsync();
        await AllLargeAsync("sheet");
        await page.Locator("dialog[open] [data-close]").TapAsync();
        await desk.OpenPreferencesAsync();
        await AllLargeAsync("preferences");
        await page.Locator("dialog[open] [data-close]").TapAsync();

        await desk.OpenAsync("with a thumb");
        await AllLargeAsync("thread");
        await page.Locator(".thread-name a").TapAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First.WaitForAsync();
        await AllLargeAsync("visitor");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the conversation" }).TapAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the conversations" }).TapAsync();
        await desk.Rows.First.WaitForAsync();

        async Task AllLargeAsync(string where) => Assert.Equal($"{where}: ", $"{where}: {string.Join(Environment.NewLine, await page.EvaluateAsync<string[]>(TooSmall))}");
    }

    [Fact]
    public async Task The_composer_stays_above_the_keyboard()
    {
        using var caller = await Caller.WriteAsync(system, $"above the keyboard {Guid.NewGuid():N}", Cancellation);
        var desk = await OperatorScreen.SignInAsync(chromium, system, new Screen(390));
        await desk.OpenAsync("above the keyboard");

        // As a phone tells it that lays its keyboard over the page.
        await desk.Page.EvaluateAsync("Object.defineProperty(visualViewport, 'height', { value: 420, configurable: true }); visualViewport.dispatchEvent(new Event('resize'))");
        var box = await desk.Composer.BoundingBoxAsync();
        Assert.InRange(box!.Y + box.Height, 300, 420);
        await Expect(desk.Page.Locator(".thread-head")).ToBeInViewportAsync();
    }
}

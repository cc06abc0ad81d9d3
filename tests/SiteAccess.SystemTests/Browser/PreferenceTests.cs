using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SiteAccess.SystemTests.Browser;

/// <summary>What an operator may choose for themselves.</summary>
public sealed class PreferenceTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Times_are_shown_in_the_chosen_zone_at_once_and_after_a_reload()
    {
        using var caller = await Caller.WriteAsync(system, $"what time is it {Guid.NewGuid():N}", Cancellation);
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync("what time is it");
        var time = desk.Page.Locator(".message time").Last;
        var at = DateTimeOffset.Parse(await time.GetAttributeAsync("datetime") ?? "", System.Globalization.CultureInfo.InvariantCulture);

        foreach (var zone in (string[])["Asia/Tokyo", "America/New_York"])
        {
            await desk.OpenPreferencesAsync();
            await desk.Page.GetByLabel("Time zone of dates and times").SelectOptionAsync(zone);
            await desk.Page.Keyboard.PressAsync("Escape");
            var expected = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            await Expect(time).ToHaveTextAsync(expected);
            await desk.Page.ReloadAsync();
            await Expect(time).ToHaveTextAsync(expected);
        }
    }

    [Fact]
    public async Task Language_and_theme_are_the_operators_choice()
    {
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.Rows.First.Or(desk.Page.Locator(".list .empty")).First.WaitForAsync();
        await desk.OpenPreferencesAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Русский" }).ClickAsync();

        await Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Беседы" }).First).ToBeVisibleAsync();
    }
}

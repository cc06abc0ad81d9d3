using Microsoft.Playwright;

namespace SiteAccess.SystemTests.Browser;

/// <summary>Every screen at two widths, in two themes and two languages: kept as pictures, and looked at by axe.</summary>
public sealed class ScreenTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    public static TheoryData<int, bool, string> Everyone
    {
        get
        {
            var data = new TheoryData<int, bool, string>();
            foreach (var screen in Screen.All) data.Add(screen.Width, screen.Dark, screen.Language);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task The_widget(int width, bool dark, string language)
    {
        var screen = new Screen(width, dark, language);
        var visitor = await VisitorScreen.ArriveAsync(chromium, system, screen);
        await visitor.Launcher.WaitForAsync();
        await visitor.Page.KeepAsync("widget-1-closed", screen);
        await visitor.OpenChatAsync();
        await visitor.Page.KeepAsync("widget-2-greeting", screen);
        await visitor.SayAsync(language.StartsWith("ru", StringComparison.Ordinal) ? "Здравствуйте! Синяя ещё есть? https://example.com/blue" : "Hello! Is the blue one in stock? https://example.com/blue");
        await Assertions.Expect(visitor.Page.Locator(".state").Last).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("Sent|Seen|Отправлено|Прочитано|Доставлено|Просмотрено"));
        await visitor.Page.KeepAsync("widget-3-talk", screen);
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task The_operator_app(int width, bool dark, string language)
    {
        var screen = new Screen(width, dark, language);
        var signIn = await chromium.OpenAsync(screen, system.Addresses.Operator);
        await signIn.GetByTestId("sign-in-form").WaitForAsync();
        await signIn.KeepAsync("operator-1-sign-in", screen);

        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        string[] talk =
        [
            $"Do you ship to Riga? {Guid.NewGuid().ToString("N")[..6]}",
            "And how long does it take? I would need it before the weekend, if that can be arranged.",
            "We do. Two days, so it would be with you on Friday.",
            "Shall I put one aside?",
        ];
        await visitor.SayAsync(talk[0]);
        await visitor.SayAsync(talk[1]);
        await visitor.SeeStateAsync("Sent");

        var desk = await OperatorScreen.SignInAsync(chromium, system, screen);
        await desk.Rows.First.WaitForAsync();
        await desk.Page.KeepAsync("operator-2-inbox", screen);
        await desk.OpenAsync("And how long does it take?");
        await desk.SayAsync(talk[2]);
        await desk.SayAsync(talk[3]);
        await visitor.SeeAsync(talk);
        await desk.SeeAsync(talk);
        await desk.Page.KeepAsync("operator-3-thread", screen);
        if (width < 600)
        {
            await desk.Page.Locator(".thread-name a").ClickAsync();
            await desk.Page.Locator(".visitor-who").WaitForAsync();
            await desk.Page.KeepAsync("operator-4-visitor", screen);
        }
    }

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task The_operators_own_things(int width, bool dark, string language)
    {
        var screen = new Screen(width, dark, language);
        var desk = await OperatorScreen.SignInAsync(chromium, system, screen);
        await desk.Rows.First.Or(desk.Page.Locator(".list .empty")).First.WaitForAsync();
        await desk.Page.Locator(".me").ClickAsync();
        await desk.Page.KeepAsync("operator-5-menu", screen);
        await desk.Page.Locator("[data-opens=sheet]").ClickAsync();
        await desk.Page.KeepAsync("operator-6-shortcuts", screen);
        await desk.Page.Keyboard.PressAsync("Control+k");
        await desk.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await desk.Page.KeepAsync("operator-7-palette", screen);
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.OpenPreferencesAsync();
        await desk.Page.KeepAsync("operator-8-preferences", screen);

        await desk.Page.GotoAsync(new Uri(system.Addresses.Operator, "/offline").ToString());
        await desk.Page.KeepAsync("operator-9-offline", screen);
        await desk.Page.GotoAsync(new Uri(system.Addresses.Operator, "/nowhere").ToString());
        await desk.Page.KeepAsync("operator-9-not-found", screen);
    }
}

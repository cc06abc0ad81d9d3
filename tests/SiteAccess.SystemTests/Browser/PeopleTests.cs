using Microsoft.Playwright;

namespace SiteAccess.SystemTests.Browser;

/// <summary>Who is there, who gets what, and what operators know of a visitor.</summary>
public sealed class PeopleTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    [Fact]
    public async Task A_visitor_sees_when_the_only_operator_is_busy_or_away()
    {
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        var status = visitor.Page.Locator("siteaccess-chat");
        await Assertions.Expect(status).ToContainTextAsync("Here now", new() { Timeout = 30_000 });
        try
        {
            await SayAsync(desk, "busy");
            await Assertions.Expect(status).ToContainTextAsync("Busy now", new() { Timeout = 30_000 });
            await desk.Page.ReloadAsync();
            await Assertions.Expect(desk.Page.Locator(".me .presence.busy")).ToBeVisibleAsync(new() { Timeout = 30_000 });
            await SayAsync(desk, "offline");
            await Assertions.Expect(status).ToContainTextAsync("Away now", new() { Timeout = 30_000 });
        }
        finally
        {
            await SayAsync(desk, "online");
        }

        await Assertions.Expect(status).ToContainTextAsync("Here now", new() { Timeout = 30_000 });
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task An_operator_sees_who_is_on_the_site_and_speaks_first(int width)
    {
        var screen = new Screen(width, Dark: width < 720, Language: width < 720 ? "ru-RU" : "en-GB");
        var desk = await OperatorScreen.SignInAsync(chromium, system, screen);
        await desk.Page.GotoAsync(new Uri(system.Addresses.Operator, "/visitors").ToString());
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();

        // The latest comer stands first.
        var row = desk.Page.GetByTestId("live-visitors").Locator(".settings-row").First;
        await row.Locator(".button.primary").WaitForAsync(new() { Timeout = 30_000 });
        await desk.Page.KeepAsync("operator-8-visitors", screen);
        await row.Locator(".button.primary").ClickAsync();
        await desk.Composer.WaitForAsync();
        var words = $"May I help? {Guid.NewGuid():N}";
        await desk.SayAsync(words);

        await visitor.SeeAsync(words);
        await visitor.SayAsync("Yes, please");
        await desk.SeeAsync(words, "Yes, please");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_conversation_is_transferred_to_a_team_that_was_just_made(int width)
    {
        var screen = new Screen(width, Dark: width < 720, Language: width < 720 ? "ru-RU" : "en-GB");
        var (team, words) = ($"Second line {Guid.NewGuid():N}"[..20], $"for the team {Guid.NewGuid():N}");
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        await visitor.SayAsync(words);
        var desk = await OperatorScreen.SignInAsync(chromium, system, screen);
        await desk.Page.GotoAsync(new Uri(system.Addresses.Operator, "/settings").ToString());
        await desk.Page.Locator(".settings-part > button").ClickAsync();
        await desk.Page.Locator(".settings-form input").First.FillAsync(team);
        await desk.Page.Locator(".people-choice input").First.CheckAsync();
        await desk.Page.Locator(".settings-form button[type=submit]").ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".settings-row", new() { HasText = team })).ToBeVisibleAsync();
        await desk.Page.KeepAsync("operator-4-settings", screen);

        await desk.Page.GotoAsync(system.Addresses.Operator.ToString());
        await desk.OpenAsync(words);
        await desk.Page.Locator(".assign-menu > summary").ClickAsync();
        await desk.Page.Locator(".assign-search").FillAsync(team[^4..]);
        await desk.Page.Locator(".assign-list .menu-item", new() { HasText = team }).WaitForAsync();
        await desk.Page.KeepAsync("operator-5-assign", screen);
        await desk.Page.Locator(".assign-list .menu-item", new() { HasText = team }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".thread-where")).ToContainTextAsync(team);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_visitor_is_named_noted_and_kept_out(int width)
    {
        var screen = new Screen(width, Dark: width < 720, Language: width < 720 ? "ru-RU" : "en-GB");
        var words = $"who am I {Guid.NewGuid():N}";
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        await visitor.SayAsync(words);
        await visitor.SeeStateAsync("Sent");
        var desk = await OperatorScreen.SignInAsync(chromium, system, screen);
        await desk.OpenAsync(words);
        if (width < 720) await desk.Page.GotoAsync(desk.Page.Url + "/visitor");
        var panel = desk.Page.Locator("section.visitor");

        await panel.Locator(".visitor-who .button.quiet").ClickAsync();
        await panel.Locator(".visitor-form input").Nth(0).FillAsync("Анна Лиепа");
        await panel.Locator(".visitor-form input").Nth(1).FillAsync("anna@shop.example");
        await panel.Locator(".visitor-form button[type=submit]").ClickAsync();
        await Assertions.Expect(panel.Locator("h2")).ToHaveTextAsync("Анна Лиепа");
        await panel.Locator(".attribute-form input").Nth(0).FillAsync("plan");
        await panel.Locator(".attribute-form input").Nth(1).FillAsync("gold");
        await panel.Locator(".attribute-form button").ClickAsync();
        await Assertions.Expect(panel.Locator(".attributes")).ToContainTextAsync("gold");
        await Assertions.Expect(panel.Locator(".visited li").First).ToBeVisibleAsync();
        await desk.Page.KeepAsync("operator-6-visitor", screen);

        await panel.Locator(".visitor-actions .button.danger").ClickAsync();
        await Assertions.Expect(panel.Locator(".status.blocked")).ToBeVisibleAsync();
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator("siteaccess-chat")).ToContainTextAsync("The chat is not available on this page.", new() { Timeout = 30_000 });
        await desk.Page.GotoAsync(new Uri(system.Addresses.Operator, "/visitors/blocked").ToString());
        await desk.Page.Locator(".settings-row").First.WaitForAsync();
        await desk.Page.KeepAsync("operator-7-blocked", screen);
        await desk.Page.Locator(".settings-row button").First.ClickAsync();
    }

    static async Task SayAsync(OperatorScreen desk, string state)
    {
        var menu = desk.Page.Locator(".rail-menu > summary");
        var choice = desk.Page.Locator($"[data-own-state={state}]");
        if (!await choice.IsVisibleAsync()) await menu.ClickAsync();
        await choice.ClickAsync();
        await Assertions.Expect(choice).ToHaveAttributeAsync("aria-pressed", "true");
        await menu.ClickAsync();
    }
}

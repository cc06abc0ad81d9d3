using Microsoft.Playwright;

namespace SiteAccess.SystemTests.Browser;

/// <summary>What a visitor does in the widget besides writing.</summary>
public sealed class WidgetTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    [Fact]
    public async Task A_closed_chat_shows_who_wrote_what_and_earlier_conversations_are_found_again()
    {
        var screen = new Screen();
        var visitor = await VisitorScreen.ArriveAsync(chromium, system, screen);
        await visitor.OpenChatAsync();
        var first = $"first {Guid.NewGuid():N}";
        await visitor.SayAsync(first);
        await visitor.SeeStateAsync("Sent");
        await visitor.Page.Keyboard.PressAsync("Escape");

        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync(first);
        await desk.SayAsync("An answer while you were away");
        var teaser = visitor.Page.Locator("siteaccess-chat .teaser .words");
        await Assertions.Expect(teaser).ToContainTextAsync("An answer while you were away", new() { Timeout = 30_000 });
        await visitor.Page.KeepAsync("widget-4-teaser", screen);
        await teaser.ClickAsync();
        await visitor.SeeAsync(first, "An answer while you were away");
        await Assertions.Expect(teaser).ToBeHiddenAsync();

        await visitor.MoreAsync("New conversation");
        await visitor.SeeAsync();
        var second = $"second {Guid.NewGuid():N}";
        await visitor.SayAsync(second);
        await visitor.SeeAsync(second);
        await visitor.SeeStateAsync("Sent");

        await visitor.MoreAsync("Your conversations");
        var talks = visitor.Page.Locator("siteaccess-chat .talk");
        await Assertions.Expect(talks).ToHaveCountAsync(2);
        await visitor.Page.KeepAsync("widget-5-conversations", screen);
        await talks.Nth(1).ClickAsync();
        await visitor.SeeAsync(first, "An answer while you were away");
        await visitor.SayAsync("and once more here");
        await desk.SeeAsync(first, "An answer while you were away", "and once more here");
    }

    [Fact]
    public async Task The_chat_goes_on_in_a_window_of_its_own_and_comes_back()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        var first = $"before {Guid.NewGuid():N}";
        await visitor.SayAsync(first);
        await visitor.SeeStateAsync("Sent");

        var window = new VisitorScreen(await visitor.Page.RunAndWaitForPopupAsync(() => visitor.MoreAsync("Open in its own window")));
        await window.SeeAsync(first);
        await Assertions.Expect(visitor.Page.GetByText("The chat is open in its own window.")).ToBeVisibleAsync();
        await window.SayAsync("from the window");
        await window.SeeStateAsync("Sent");
        await window.Page.KeepAsync("widget-6-window", new Screen(400));

        // The window stays while the site is walked through, and the next page knows of it.
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.GetByText("The chat is open in its own window.")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Continue here" }).ClickAsync();
        await visitor.SeeAsync(first, "from the window");
        Assert.True(window.Page.IsClosed);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task An_Arabic_page_has_an_Arabic_chat_that_runs_from_right_to_left(int width, bool dark)
    {
        var screen = new Screen(width, dark, "ar");
        var page = await chromium.OpenAsync(screen, new Uri("about:blank"));
        // The page's own language is written over before any of its scripts runs.
        await page.AddInitScriptAsync(
            """
            new MutationObserver((_, observer) => {
              if (!document.documentElement) return;
              observer.disconnect();
              Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' });
            }).observe(document, { childList: true });
            """);
        await page.GotoAsync(system.Addresses.Demo.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "فتح الدردشة" }).ClickAsync();
        var field = page.GetByRole(AriaRole.Textbox, new() { Name = "اكتب رسالة" });
        await field.FillAsync("مرحبا، هل الدراجة الزرقاء متوفرة؟");
        await field.PressAsync("Enter");
        await Assertions.Expect(page.Locator("siteaccess-chat .state").Last).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("أُرسلت|قُرئت"));

        // Own words stand at the end of the line, which is the left here; the launcher stands there too.
        var bubble = (await page.Locator("siteaccess-chat .own .bubble").BoundingBoxAsync())!;
        var area = (await page.Locator("siteaccess-chat .stage .area").BoundingBoxAsync())!;
        Assert.True(bubble.X - area.X < area.X + area.Width - (bubble.X + bubble.Width));
        await page.GetByRole(AriaRole.Button, new() { Name = "المزيد" }).ClickAsync();
        await page.KeepAsync("widget-8-arabic", screen);
    }

    [Fact]
    public async Task Going_back_on_a_phone_closes_the_chat_and_stays_on_the_page()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system, new Screen(390));
        var address = visitor.Page.Url;
        // As in browsers that cannot watch for closing.
        await visitor.Page.EvaluateAsync("delete window.CloseWatcher");
        await visitor.OpenChatAsync();
        await visitor.Page.GoBackAsync();
        await Assertions.Expect(visitor.Composer).ToBeHiddenAsync();
        Assert.Equal(address, visitor.Page.Url);
        await visitor.OpenChatAsync();
    }

    [Fact]
    public async Task Two_tabs_are_in_step()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        await visitor.SayAsync($"one {Guid.NewGuid():N}");
        await visitor.SeeStateAsync("Sent");
        var page = await visitor.Page.Context.NewPageAsync();
        await page.GotoAsync(visitor.Page.Url);
        var other = new VisitorScreen(page);

        await Assertions.Expect(other.Composer).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visitor.Composer.FillAsync("half a thought");
        await Assertions.Expect(other.Composer).ToHaveValueAsync("half a thought");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Close chat" }).First.ClickAsync();
        await Assertions.Expect(visitor.Composer).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_emoji_is_found_by_word_and_put_into_the_message()
    {
        var screen = new Screen(390);
        var visitor = await VisitorScreen.ArriveAsync(chromium, system, screen);
        await visitor.OpenChatAsync();
        await visitor.Composer.FillAsync("Off we go ");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Emoji", Exact = true }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync("rocket");
        await visitor.Page.KeepAsync("widget-7-emoji", screen);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Composer).ToHaveValueAsync("Off we go 🚀");
    }
}

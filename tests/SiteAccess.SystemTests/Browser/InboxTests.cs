using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SiteAccess.SystemTests.Browser;

/// <summary>What operators sort their inbox with: search, labels, priorities, filters, snoozing, undo, several at once.</summary>
public sealed class InboxTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280, false, "en-GB")]
    [InlineData(390, true, "ru-RU")]
    public async Task A_conversation_is_found_by_its_words_and_by_the_visitors_name(int width, bool dark, string language)
    {
        var (screen, mark) = (new Screen(width, dark, language), Mark());
        await WriteAsync($"Где мой Заказанный велосипед {mark}?");
        var desk = await OperatorScreen.SignInAsync(chromium, system, screen);
        await desk.Rows.First.WaitForAsync();
        var search = desk.Page.Locator("input[data-search]");

        await search.FillAsync($"велосипеды {mark}");
        var hit = desk.Page.GetByTestId("message-hit");
        await Assertions.Expect(hit).ToHaveCountAsync(1);
        await Assertions.Expect(hit.Locator("mark").First).ToHaveTextAsync("велосипед");
        await desk.Page.KeepAsync("operator-4-search", screen);
        await hit.ClickAsync();
        await desk.SeeAsync(mark);

        if (width < 600) await desk.Page.GoBackAsync();
        await search.FillAsync("такого слова нет нигде");
        await Assertions.Expect(desk.Page.GetByText(new Regex("Nothing found|Ничего не найдено")).Last).ToBeVisibleAsync();
        await search.PressAsync("Escape");
        await desk.Rows.First.WaitForAsync();
    }

    [Theory]
    [InlineData(1280, true, "ru-RU")]
    [InlineData(390, false, "en-GB")]
    public async Task A_label_a_priority_and_a_filter_sort_the_list_and_a_reload_keeps_it(int width, bool dark, string language)
    {
        var (screen, mark) = (new Screen(width, dark, language), Mark());
        await WriteAsync($"label me {mark}");
        await WriteAsync($"leave me {mark}");
        var desk = await OperatorScreen.SignInAsync(chromium, system, screen);
        await desk.OpenAsync($"label me {mark}");

        await desk.Page.Locator(".tags .label-menu summary").ClickAsync();
        await desk.Page.Locator(".tags .label-form input").FillAsync($"VIP {mark}");
        await desk.Page.KeepAsync("operator-5-labels", screen);
        await desk.Page.Locator(".tags .label-form [type=submit]").ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".tags .label-tag")).ToHaveTextAsync($"VIP {mark}");
        await desk.Page.Locator(".tags > .menu").First.Locator("summary").ClickAsync();
        await desk.Page.Locator(".tags > .menu").First.Locator(".menu-item").First.ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".tags .priority.urgent").First).ToBeVisibleAsync();

        if (width < 600) await desk.Page.GotoAsync(system.Addresses.Operator.ToString());
        await Assertions.Expect(Row(desk, $"label me {mark}").Locator(".label-dot")).ToHaveCountAsync(1);
        await Assertions.Expect(Row(desk, $"label me {mark}").Locator(".priority.urgent")).ToHaveCountAsync(1);
        await desk.Page.Locator(".filter-menu summary").ClickAsync();
        await desk.Page.Locator(".filter-menu .menu-item", new() { HasText = $"VIP {mark}" }).ClickAsync();
        await Assertions.Expect(desk.Rows).ToHaveCountAsync(1);
        await desk.Page.Locator(".filter-menu summary").ClickAsync();
        await desk.Page.FillAsync("#filter-name", $"my filter {mark}");
        await desk.Page.KeepAsync("operator-6-filter", screen);
        await desk.Page.PressAsync("#filter-name", "Enter");
        await Assertions.Expect(desk.Page.Locator(".filter-menu .menu-item", new() { HasText = $"my filter {mark}" })).ToHaveAttributeAsync("aria-pressed", "true");

        await desk.Page.ReloadAsync();
        await Assertions.Expect(desk.Page.Locator(".filter-chip")).ToContainTextAsync($"VIP {mark}");
        await Assertions.Expect(desk.Rows).ToHaveCountAsync(1);
        await desk.Page.Locator(".filter-chip").ClickAsync();
        await Row(desk, $"leave me {mark}").WaitForAsync();
    }

    [Fact]
    public async Task Snoozing_hides_a_conversation_until_the_visitor_writes_and_undo_brings_it_back()
    {
        var mark = Mark();
        var (api, conversation) = await WriteAsync($"snooze me {mark}");
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync($"snooze me {mark}");
        var snooze = desk.Page.Locator(".thread-actions .menu", new() { Has = desk.Page.Locator("[aria-label=Snooze]") });

        await snooze.Locator("summary").ClickAsync();
        await desk.Page.KeepAsync("operator-7-snooze", new Screen());
        await snooze.Locator(".menu-item", new() { HasText = "Until tomorrow" }).ClickAsync();
        await Assertions.Expect(Row(desk, mark)).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Page.Locator(".status.snoozed")).ToContainTextAsync("until");
        await desk.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(Row(desk, mark)).ToHaveCountAsync(1);

        await snooze.Locator("summary").ClickAsync();
        await snooze.Locator(".menu-item", new() { HasText = "Until the visitor writes" }).ClickAsync();
        await Assertions.Expect(Row(desk, mark)).ToHaveCountAsync(0);
        await api.SayAsync(conversation, $"I write {mark}", Cancellation);
        await Assertions.Expect(Row(desk, mark)).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(1280, false, "ru-RU")]
    [InlineData(390, false, "en-GB")]
    public async Task Several_conversations_are_resolved_together_and_come_back_together(int width, bool dark, string language)
    {
        var (screen, mark) = (new Screen(width, dark, language), Mark());
        for (var i = 0; i < 3; i++) await WriteAsync($"bulk {i} {mark}");
        var desk = await OperatorScreen.SignInAsync(chromium, system, screen);
        await Assertions.Expect(Row(desk, mark)).ToHaveCountAsync(3);
        var boxes = desk.Page.Locator(".row-item", new() { HasText = mark }).Locator("input[type=checkbox]");

        if (width < 600)
        {
            await desk.Page.Locator(".filter-menu summary").ClickAsync();
            await desk.Page.Locator(".filter-menu .menu-item").Last.ClickAsync();
        }

        await boxes.First.ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".bulk-count")).ToContainTextAsync("1");
        await boxes.Last.ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Assertions.Expect(desk.Page.Locator(".bulk-count")).ToContainTextAsync("3");
        await desk.Page.KeepAsync("operator-8-bulk", screen);
        await desk.Page.Locator(".bulk > button").First.ClickAsync();
        await Assertions.Expect(Row(desk, mark)).ToHaveCountAsync(0);

        await desk.Page.Locator("[data-undo]").ClickAsync();
        await Assertions.Expect(Row(desk, mark)).ToHaveCountAsync(3);
    }

    static string Mark() => $"m{Guid.NewGuid().ToString("N")[..8]}"; // a letter first: digits around an e are a number to a text search

    static ILocator Row(OperatorScreen desk, string words) => desk.Rows.Filter(new() { HasText = words });

    // A visitor with a client of their own, whom no test has to look at.
    async Task<(HttpClient Api, Guid Conversation)> WriteAsync(string words)
    {
        var visitor = await system.ArriveAsync(Cancellation);
        var api = system.Api(visitor.Token, system.DemoOrigin);
        var conversation = await api.BeginAsync(Cancellation);
        await api.SayAsync(conversation.Id, words, Cancellation);
        return (api, conversation.Id);
    }
}

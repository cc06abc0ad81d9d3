using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SiteAccess.Contracts.CannedResponses;

namespace SiteAccess.SystemTests.Browser;

/// <summary>What can be done in a thread beyond talking: notes, replies, edits, deletions, responses kept ready, emoji.</summary>
public sealed class ThreadTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_is_for_colleagues_and_whom_it_calls_finds_it_among_the_mentions()
    {
        var (visitor, desk, words) = await MeetAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Note", Exact = true }).ClickAsync();
        await desk.Composer.PressSequentiallyAsync("A regular, @");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await desk.Composer.PressAsync("Enter");
        await desk.Composer.PressSequentiallyAsync("be kind");
        await desk.Page.KeepAsync("thread-1-note", new Screen());
        await desk.Composer.PressAsync("Enter");
        await Assertions.Expect(desk.Page.Locator(".message.note .bubble")).ToContainTextAsync("be kind");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).And(desk.Page.Locator(".composer-tab")).ClickAsync();
        await desk.SayAsync("Good day");
        await visitor.SeeAsync(words, "Good day");
        await visitor.ReloadAsync();
        await visitor.SeeAsync(words, "Good day");
        await visitor.SayAsync("And again");
        await visitor.SeeAsync(words, "Good day", "And again");
        await visitor.SeeStateAsync("Seen");

        await desk.Page.Locator(".tab", new() { HasText = "Mentions" }).ClickAsync();
        await Assertions.Expect(desk.Rows.Filter(new() { HasText = "And again" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Both_sides_reply_edit_and_delete_and_the_other_side_sees_it()
    {
        var (visitor, desk, words) = await MeetAsync();
        await ActAsync(desk, words, "Reply");
        await desk.SayAsync("Ten euros");
        await Assertions.Expect(visitor.Page.Locator(".bubble .quote")).ToContainTextAsync(words);
        await desk.Page.KeepAsync("thread-2-reply", new Screen());

        await ActAsync(desk, "Ten euros", "Edit");
        await Assertions.Expect(desk.Composer).ToHaveValueAsync("Ten euros");
        await desk.SayAsync("Twelve euros");
        await Assertions.Expect(visitor.Page.Locator(".bubble", new() { HasText = "Twelve euros" })).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByText("edited", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(desk.Composer).ToHaveValueAsync("");

        // The visitor was away: what changed meanwhile is told when they come back.
        await visitor.Page.Context.SetOfflineAsync(true);
        await ActAsync(desk, "Twelve euros", "Delete");
        await desk.Page.GetByTestId("delete-sure").ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("Message deleted").First).ToBeVisibleAsync();
        await visitor.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(visitor.Page.Locator(".bubble.deleted")).ToHaveTextAsync("Message deleted", new() { Timeout = 45_000 });

        var own = visitor.Page.Locator(".row.own", new() { HasText = words });
        await own.HoverAsync();
        await own.Locator("summary").ClickAsync();
        await visitor.Page.KeepAsync("thread-3-widget-actions", new Screen());
        await own.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await visitor.SayAsync("Is it in stock, please?");
        await Assertions.Expect(desk.Page.GetByTestId("message").First).ToHaveTextAsync("Is it in stock, please?");
        await Assertions.Expect(desk.Rows.Filter(new() { HasText = words })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Responses_kept_ready_and_emoji_are_put_in_by_keyboard()
    {
        var shortcut = $"hi{Guid.NewGuid().ToString("N")[..8]}";
        var operators = await system.SignInAsync(Cancellation);
        using (var api = system.Api(operators.AccessToken))
            await api.AskAsync<CannedResponseView>(HttpMethod.Post, "/api/v1/canned-responses", new SaveCannedResponse(shortcut, "Hello {visitor.name}, {operator.name} here."), Cancellation);

        var (visitor, desk, _) = await MeetAsync();
        await Assertions.Expect(desk.Page.Locator(".composer")).ToHaveAttributeAsync("data-canned", new Regex(shortcut));
        await desk.Composer.PressSequentiallyAsync($"/{shortcut}");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await desk.Page.KeepAsync("thread-4-canned", new Screen());
        await desk.Composer.PressAsync("Tab");
        await Assertions.Expect(desk.Composer).ToHaveValueAsync(new Regex("^Hello .+ here\\.$"));

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Emoji" }).ClickAsync();
        await desk.Page.KeepAsync("thread-5-emoji", new Screen());
        await desk.Page.Keyboard.TypeAsync("ракета");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Composer).ToHaveValueAsync(new Regex("🚀$"));
        await desk.Composer.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator(".bubble", new() { HasText = "🚀" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280, false, "en")]
    [InlineData(390, true, "ru")]
    public async Task The_page_of_canned_responses(int width, bool dark, string language)
    {
        var screen = new Screen(width, dark, language);
        var desk = await OperatorScreen.SignInAsync(chromium, system, screen);
        await desk.Page.GotoAsync(new Uri(system.Addresses.Operator, "/settings/canned-responses").ToString());
        await desk.Page.GetByTestId("canned-page").Locator(".button.primary").ClickAsync();
        var shortcut = $"page{Guid.NewGuid().ToString("N")[..8]}";
        await desk.Page.GetByTestId("canned-form").Locator("input").FillAsync(shortcut);
        await desk.Page.GetByTestId("canned-form").Locator("textarea").FillAsync("We answer within an hour.");
        await desk.Page.KeepAsync("canned-1-form", screen);
        await desk.Page.GetByTestId("canned-form").Locator("button[type=submit]").ClickAsync();
        var kept = desk.Page.GetByTestId("canned-response").Filter(new() { HasText = shortcut });
        await Assertions.Expect(kept).ToContainTextAsync("We answer within an hour.");
        await desk.Page.KeepAsync("canned-2-list", screen);
        await kept.GetByRole(AriaRole.Button).Last.ClickAsync();
        await Assertions.Expect(kept).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_draft_is_seen_before_it_is_sent_where_the_channel_says_so()
    {
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await SetDraftsAsync(desk, isOn: true);
        try
        {
            var visitor = await VisitorScreen.ArriveAsync(chromium, system);
            await visitor.OpenChatAsync();
            var words = $"Hello {Guid.NewGuid().ToString("N")[..8]}";
            await visitor.SayAsync(words);
            await visitor.SeeStateAsync("Sent");
            await desk.Page.GotoAsync(system.Addresses.Operator.ToString());
            await desk.OpenAsync(words);
            await visitor.Page.Keyboard.TypeAsync("I was thinking of the blue one");
            await Assertions.Expect(desk.Page.GetByTestId("draft")).ToContainTextAsync("the blue one");
            await desk.Page.KeepAsync("thread-6-draft", new Screen());
            await visitor.Page.Keyboard.PressAsync("Enter");
            await desk.SeeAsync(words, "I was thinking of the blue one");
            await Assertions.Expect(desk.Page.GetByTestId("draft")).ToHaveCountAsync(0);
        }
        finally
        {
            await SetDraftsAsync(desk, isOn: false);
        }
    }

    async Task SetDraftsAsync(OperatorScreen desk, bool isOn)
    {
        await desk.Page.GotoAsync(new Uri(system.Addresses.Operator, "/settings/channels").ToString());
        var channel = desk.Page.GetByTestId("channel").First;
        await channel.GetByRole(AriaRole.Checkbox).SetCheckedAsync(isOn);
        await Assertions.Expect(channel).ToHaveAttributeAsync("data-shows-drafts", isOn ? "true" : "false");
    }

    async Task<(VisitorScreen Visitor, OperatorScreen Desk, string Words)> MeetAsync()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        var words = $"Is it in stock? {Guid.NewGuid().ToString("N")[..8]}";
        await visitor.SayAsync(words);
        await visitor.SeeStateAsync("Sent");
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync(words);
        return (visitor, desk, words);
    }

    static async Task ActAsync(OperatorScreen desk, string words, string action)
    {
        var line = desk.Page.Locator(".bubble-line", new() { HasText = words }).Last;
        await line.HoverAsync();
        await line.GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();
    }
}

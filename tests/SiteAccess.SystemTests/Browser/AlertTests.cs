using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SiteAccess.SystemTests.Browser;

/// <summary>What tells an operator that somebody has written.</summary>
public sealed class AlertTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    // A tone is two notes; counted instead of heard.
    const string CountNotes = "window.notes = 0; const make = AudioContext.prototype.createOscillator; AudioContext.prototype.createOscillator = function () { window.notes++; return make.call(this); };";
    const string Hide = "Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' }); document.hasFocus = () => false;";

    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Title_icon_and_screen_readers_tell_what_is_new_until_it_is_switched_off()
    {
        using var caller = await Caller.WriteAsync(system, $"first {Guid.NewGuid():N}", Cancellation);
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await Expect(desk.Page).ToHaveTitleAsync(new Regex(@"^\(\d+\) Inbox"));
        await Expect(desk.Page.Locator("link[rel=icon]")).ToHaveAttributeAsync("href", new Regex("favicon-unread"));
        await Expect(desk.Page.GetByTestId("announcer")).ToBeEmptyAsync();

        await caller.SayAsync("is anybody there", Cancellation);
        await Expect(desk.Page.GetByTestId("announcer")).ToHaveTextAsync($"New message from Visitor {caller.Mark}: is anybody there");

        await desk.OpenPreferencesAsync();
        await desk.Page.GetByRole(AriaRole.Switch, new() { NameRegex = new("^Number in the tab's title") }).UncheckAsync();
        await desk.Page.GetByRole(AriaRole.Switch, new() { NameRegex = new("^Dot on the tab's icon") }).UncheckAsync();
        await Expect(desk.Page).ToHaveTitleAsync(new Regex("^Inbox"));
        await desk.Page.ReloadAsync();
        await desk.Rows.First.WaitForAsync();
        await Expect(desk.Page).ToHaveTitleAsync(new Regex("^Inbox"));
        await Expect(desk.Page.Locator("link[rel=icon]")).Not.ToHaveAttributeAsync("href", new Regex("unread"));
    }

    [Fact]
    public async Task Of_several_tabs_one_sounds_and_the_next_one_does_when_it_is_closed()
    {
        using var caller = await Caller.WriteAsync(system, $"tones {Guid.NewGuid():N}", Cancellation);
        var first = (await OperatorScreen.SignInAsync(chromium, system)).Page;
        await first.Context.AddInitScriptAsync(CountNotes);
        await ListenAsync(first);
        var second = await first.Context.NewPageAsync();
        await ListenAsync(second);
        await Eventually.SeeAsync(() => WaitingAsync(first), waiting => waiting == 1, Cancellation); // The word is passed on in the browser's own time.

        await caller.SayAsync("one tone, please", Cancellation);
        await Eventually.SeeAsync(() => NotesAsync(second), notes => notes == 2, Cancellation);
        await Expect(first.GetByTestId("announcer")).ToContainTextAsync("one tone, please");
        Assert.Equal(0, await NotesAsync(first));

        await second.CloseAsync();
        await Eventually.SeeAsync(() => WaitingAsync(first), waiting => waiting == 0, Cancellation);
        await caller.SayAsync("and another one", Cancellation);
        await Eventually.SeeAsync(() => NotesAsync(first), notes => notes == 2, Cancellation);

        static Task<int> WaitingAsync(IPage page) => page.EvaluateAsync<int>("async () => (await navigator.locks.query()).pending.length");

        async Task ListenAsync(IPage page)
        {
            await page.GotoAsync(system.Addresses.Operator.ToString());
            await page.GetByTestId("conversation-row").First.WaitForAsync();
            await page.Mouse.ClickAsync(1, 1); // A page may be heard only after somebody has touched it.
            await page.EvaluateAsync("document.hasFocus = () => true; dispatchEvent(new Event('focus'))");
        }
    }

    [Fact]
    public async Task A_notification_comes_while_the_page_is_out_of_sight_and_leads_to_the_conversation()
    {
        using var caller = await Caller.WriteAsync(system, $"notify {Guid.NewGuid():N}", Cancellation);
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.Rows.First.WaitForAsync();
        await desk.Page.Context.GrantPermissionsAsync(["notifications"], new() { Origin = system.Addresses.Operator.GetLeftPart(UriPartial.Authority) });
        await desk.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
        await caller.SayAsync("in plain sight", Cancellation);
        await Expect(desk.Page.GetByTestId("announcer")).ToContainTextAsync("in plain sight");
        Assert.Equal("", await NotifiedAsync(desk.Page));

        await desk.Page.EvaluateAsync(Hide);
        await caller.SayAsync("out of sight", Cancellation);
        await Eventually.SeeAsync(() => NotifiedAsync(desk.Page), told => told == "out of sight", Cancellation);

        // What the service worker says to the page when the notification is clicked; its path is the notification's own.
        await desk.Page.EvaluateAsync(
            """
            async () => {
              const [told] = await (await navigator.serviceWorker.ready).getNotifications();
              navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: { open: told.data.path } }));
            }
            """);
        await Expect(desk.Page).ToHaveURLAsync(new Regex(caller.ConversationId.ToString()));
    }

    static Task<int> NotesAsync(IPage page) => page.EvaluateAsync<int>("window.notes");

    static Task<string> NotifiedAsync(IPage page) =>
        page.EvaluateAsync<string>("async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(one => one.body).join()");
}

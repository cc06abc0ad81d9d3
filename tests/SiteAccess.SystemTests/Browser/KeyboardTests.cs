using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SiteAccess.SystemTests.Browser;

/// <summary>The desk without a mouse.</summary>
public sealed class KeyboardTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_Russian_layout_the_keys_work_by_their_place()
    {
        using var older = await Caller.WriteAsync(system, $"older {Guid.NewGuid():N}", Cancellation);
        using var newer = await Caller.WriteAsync(system, $"newer {Guid.NewGuid():N}", Cancellation);
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await Expect(desk.Rows.First).ToContainTextAsync(newer.Mark);

        await desk.Page.StrikeAsync("о", "KeyJ");
        await Expect(desk.Page).ToHaveURLAsync(new Regex(newer.ConversationId.ToString()));
        await desk.Composer.WaitForAsync();
        await desk.Page.StrikeAsync("о", "KeyJ");
        await Expect(desk.Page).ToHaveURLAsync(new Regex(older.ConversationId.ToString()));
        await desk.Page.StrikeAsync("л", "KeyK");
        await Expect(desk.Page).ToHaveURLAsync(new Regex(newer.ConversationId.ToString()));

        await desk.SeeAsync("newer");
        await desk.Page.StrikeAsync("ф", "KeyA");
        await Expect(desk.Page.Locator(".assignee")).ToHaveTextAsync("You");
        await desk.Page.StrikeAsync("у", "KeyE");
        await Expect(desk.Page.GetByText("Conversation resolved")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Reopen" })).ToBeVisibleAsync();

        await desk.Page.StrikeAsync("к", "KeyR");
        await Expect(desk.Composer).ToBeFocusedAsync();
    }

    [Fact]
    public async Task While_somebody_writes_the_keys_are_letters()
    {
        using var caller = await Caller.WriteAsync(system, $"letters {Guid.NewGuid():N}", Cancellation);
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync("letters");
        await desk.Composer.FocusAsync();
        await desk.Page.Keyboard.TypeAsync("Jackets are sent? /now");

        await Expect(desk.Composer).ToHaveValueAsync("Jackets are sent? /now");
        await Expect(desk.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator(".status.open")).ToBeVisibleAsync();

        // Those with a modifier work there too, and the focus comes back.
        await desk.Page.Keyboard.PressAsync("Control+k");
        await Expect(desk.Page.Locator("[data-palette]")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Composer).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_sheet_names_every_shortcut_and_opens_on_both_layouts()
    {
        var desk = await OperatorScreen.SignInAsync(chromium, system, new Screen(Language: "ru-RU"));
        await desk.Rows.First.Or(desk.Page.Locator(".list .empty")).First.WaitForAsync();
        var sheet = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Сочетания клавиш" });

        await desk.Page.StrikeAsync("?", "Digit7", shift: true);
        await Expect(sheet).ToBeVisibleAsync();
        await Expect(sheet.Locator("kbd")).ToContainTextAsync(["J", "K", "↓", "↑", "/", "Ctrl", "K", "?", "Esc", "E", "S", "A", "R", "N", "C", "Enter", "Shift", "Enter"]);
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToBeHiddenAsync();
        await desk.Page.StrikeAsync(",", "Slash", shift: true);
        await Expect(sheet).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_palette_leads_to_a_conversation_by_name_and_does_what_the_screen_offers()
    {
        using var caller = await Caller.WriteAsync(system, $"find me {Guid.NewGuid():N}", Cancellation);
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await Expect(desk.Rows.First).ToContainTextAsync(caller.Mark);
        var field = desk.Page.GetByRole(AriaRole.Combobox, new() { Name = "Go to or do…" });
        var options = desk.Page.GetByRole(AriaRole.Option);

        await desk.Page.Keyboard.PressAsync("Control+k");
        await field.FillAsync("nothing is called so");
        await Expect(desk.Page.GetByText("Nothing like that here")).ToBeVisibleAsync();
        await field.FillAsync($"visitor {caller.Mark.ToLowerInvariant()}");
        await Expect(options).ToHaveCountAsync(1);
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", await options.First.GetAttributeAsync("id") ?? "");
        await field.PressAsync("Enter");
        await Expect(desk.Page).ToHaveURLAsync(new Regex(caller.ConversationId.ToString()));
        await desk.SeeAsync("find me");

        await desk.Page.Keyboard.PressAsync("Control+k");
        await field.FillAsync("resol");
        await Expect(options.First).ToContainTextAsync("E");
        await field.PressAsync("Enter");
        await Expect(desk.Page.GetByText("Conversation resolved")).ToBeVisibleAsync();
    }
}

/// <summary>Keys as a layout sends them: what is printed, and where it lies.</summary>
static class Keys
{
    public static Task StrikeAsync(this IPage page, string key, string code, bool shift = false) => page.EvaluateAsync(
        """
        press => {
          for (const kind of ['keydown', 'keyup'])
            (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent(kind, { ...press, bubbles: true, cancelable: true }));
        }
        """,
        new { key, code, shiftKey = shift });
}

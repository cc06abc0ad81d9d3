using System.Text;
using Microsoft.Playwright;

namespace SiteAccess.SystemTests.Browser;

/// <summary>Files go both ways: by button, by drag, by paste; pictures are seen, everything else is downloaded.</summary>
public sealed class AttachmentTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    static readonly FilePayload Program = File("setup.png", "image/png", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0]);

    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    [Fact]
    public async Task A_photo_goes_to_the_operator_and_files_come_back()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        var photo = File("bike.png", "image/png", await visitor.Page.ScreenshotAsync());
        await visitor.OpenChatAsync();
        await AttachAsync(visitor, photo);
        await Assertions.Expect(visitor.Page.Locator("siteaccess-chat .tray li.ready")).ToHaveCountAsync(1);
        var words = $"is it this one? {Guid.NewGuid():N}";
        await visitor.SayAsync(words);
        await visitor.SeeStateAsync("Sent");
        await SeesAsync(Pictures(visitor), 1);

        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync(words);
        await SeesAsync(Pictures(desk), 1);
        await ChooseAsync(desk, photo, File("Счёт № 5.txt", "text/plain", Encoding.UTF8.GetBytes("two wheels, 5 €")));
        await Assertions.Expect(desk.Page.Locator(".tray li.ready")).ToHaveCountAsync(2);
        await desk.Page.Locator("[data-send]").ClickAsync();

        await SeesAsync(Pictures(desk), 2);
        await SeesAsync(Pictures(visitor), 2);
        var row = visitor.Page.Locator("siteaccess-chat a.file");
        await Assertions.Expect(row).ToContainTextAsync("Счёт № 5.txt");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => row.ClickAsync());
        Assert.Equal("Счёт № 5.txt", download.SuggestedFilename);
        Assert.Equal("two wheels, 5 €", await System.IO.File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
        var kept = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.Locator("a.file").ClickAsync());
        Assert.Equal("Счёт № 5.txt", kept.SuggestedFilename);

        await visitor.ReloadAsync();
        await desk.Page.ReloadAsync();
        await SeesAsync(Pictures(visitor), 2);
        await SeesAsync(Pictures(desk), 2);
    }

    [Fact]
    public async Task What_is_refused_says_why_and_goes_away_and_the_rest_is_sent()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        await AttachAsync(visitor, Program, File("words.txt", "text/plain", "fine"u8.ToArray()));

        await Assertions.Expect(visitor.Page.GetByText("Files of this kind are not taken")).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Remove setup.png" }).ClickAsync();
        await visitor.Page.Locator("siteaccess-chat .send").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("siteaccess-chat a.file")).ToContainTextAsync("words.txt");
        await Assertions.Expect(visitor.Page.Locator("siteaccess-chat .tray li")).ToHaveCountAsync(0);
        await visitor.SeeStateAsync("Sent");
        await OperatorRefusesTooAsync();
    }

    async Task OperatorRefusesTooAsync()
    {
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync("words.txt");
        await ChooseAsync(desk, Program);
        await Assertions.Expect(desk.Page.GetByText("The channel does not take files of this kind")).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Remove setup.png" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".tray li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Files_are_dragged_and_pasted_on_both_sides()
    {
        var visitor = await VisitorScreen.ArriveAsync(chromium, system);
        await visitor.OpenChatAsync();
        var words = $"dragged {Guid.NewGuid():N}";
        await ReadyAsync(visitor);
        await DropAsync(visitor.Page, "siteaccess-chat .panel .area", "dropped.txt");
        await PasteAsync(visitor.Page, "siteaccess-chat textarea", "pasted.txt");
        await Assertions.Expect(visitor.Page.Locator("siteaccess-chat .tray li.ready")).ToHaveCountAsync(2);
        await visitor.SayAsync(words);
        await Assertions.Expect(visitor.Page.Locator("siteaccess-chat a.file")).ToHaveCountAsync(2);
        await visitor.SeeStateAsync("Sent");

        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.OpenAsync(words);
        await desk.Page.Locator("[data-attach]").WaitForAsync();
        await DropAsync(desk.Page, ".thread", "dropped here.txt");
        await PasteAsync(desk.Page, "[data-composer]", "pasted here.txt");
        await Assertions.Expect(desk.Page.Locator(".tray li.ready")).ToHaveCountAsync(2);
        await desk.Composer.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("siteaccess-chat a.file")).ToHaveCountAsync(4);
    }

    [Theory]
    [InlineData(1280, false, "en-GB")]
    [InlineData(1280, true, "ru-RU")]
    [InlineData(390, false, "ru-RU")]
    [InlineData(390, true, "en-GB")]
    public async Task The_screens_with_files(int width, bool dark, string language)
    {
        var screen = new Screen(width, dark, language);
        var visitor = await VisitorScreen.ArriveAsync(chromium, system, screen);
        var photo = File("bike.png", "image/png", await visitor.Page.ScreenshotAsync());
        await visitor.OpenChatAsync();
        await AttachAsync(visitor, photo, File("measures of the frame, the wheels and the saddle.txt", "text/plain", new byte[900]));
        await Assertions.Expect(visitor.Page.Locator("siteaccess-chat .tray li.failed")).ToHaveCountAsync(1); // of zeros, which are no text
        await visitor.Page.KeepAsync("widget-4-tray", screen);
        await visitor.Page.Locator("siteaccess-chat .tray li.failed button").ClickAsync();
        await AttachAsync(visitor, File("measures.txt", "text/plain", "28 inches"u8.ToArray()));
        await Assertions.Expect(visitor.Page.Locator("siteaccess-chat .tray li.ready")).ToHaveCountAsync(2);
        var words = $"is it this one? {Guid.NewGuid():N}";
        await visitor.SayAsync(words);
        await SeesAsync(Pictures(visitor), 1);
        await visitor.Page.KeepAsync("widget-5-files", screen);

        var desk = await OperatorScreen.SignInAsync(chromium, system, screen);
        await desk.OpenAsync(words);
        await SeesAsync(Pictures(desk), 1);
        await ChooseAsync(desk, photo, Program);
        await Assertions.Expect(desk.Page.Locator(".tray li.ready")).ToHaveCountAsync(1);
        await Assertions.Expect(desk.Page.Locator(".tray li.failed")).ToHaveCountAsync(1);
        await desk.Page.KeepAsync("operator-4-files", screen);
    }

    static FilePayload File(string name, string type, byte[] content) => new() { Name = name, MimeType = type, Buffer = content };

    static async Task AttachAsync(VisitorScreen visitor, params FilePayload[] files)
    {
        await ReadyAsync(visitor);
        await visitor.Page.Locator("siteaccess-chat input[type=file]").SetInputFilesAsync(files);
    }

    /// <summary>Waits until it is known what files the channel takes.</summary>
    static Task ReadyAsync(VisitorScreen visitor) => visitor.Page.Locator("siteaccess-chat .attach").WaitForAsync();

    static ILocator Pictures(VisitorScreen visitor) => visitor.Page.Locator("siteaccess-chat .rows .picture img");

    static ILocator Pictures(OperatorScreen desk) => desk.Page.Locator(".message .picture img");

    static async Task ChooseAsync(OperatorScreen desk, params FilePayload[] files)
    {
        var chooser = await desk.Page.RunAndWaitForFileChooserAsync(() => desk.Page.Locator("[data-attach]").ClickAsync());
        await chooser.SetFilesAsync(files);
    }

    /// <summary>Waits until so many pictures are there and each has come.</summary>
    static async Task SeesAsync(ILocator pictures, int count)
    {
        await Assertions.Expect(pictures).ToHaveCountAsync(count, new() { Timeout = 30_000 });
        await Eventually.SeeAsync(
            () => pictures.EvaluateAllAsync<int>("pictures => pictures.filter((picture) => picture.naturalWidth > 1).length"),
            seen => seen == count,
            TestContext.Current.CancellationToken);
    }

    static Task DropAsync(IPage page, string where, string name) => page.Locator(where).EvaluateAsync(
        """
        (target, name) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(['words'], name, { type: 'text/plain' }));
          for (const type of ['dragenter', 'dragover', 'drop'])
            target.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer }));
        }
        """,
        name);

    static Task PasteAsync(IPage page, string where, string name) => page.Locator(where).EvaluateAsync(
        """
        (target, name) => {
          const clipboardData = new DataTransfer();
          clipboardData.items.add(new File(['words'], name, { type: 'text/plain' }));
          target.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true, clipboardData }));
        }
        """,
        name);
}

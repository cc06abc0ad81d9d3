namespace SiteAccess.SystemTests.Browser;

public sealed class WeightTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    [Fact]
    public async Task A_page_asks_Api_for_the_loader_alone_until_the_chat_is_opened()
    {
        var page = await chromium.OpenAsync(new Screen(), new Uri("about:blank"));
        var asked = new List<string>();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority == system.Addresses.Api.Authority || new Uri(request.Url).Authority == system.Addresses.Realtime.Authority)
                asked.Add(new Uri(request.Url).AbsolutePath);
        };

        await page.GotoAsync(system.Addresses.Demo.ToString());
        var visitor = new VisitorScreen(page);
        await visitor.Launcher.WaitForAsync();
        await page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        Assert.Equal(["/widget/siteaccess.js"], asked);

        await visitor.OpenChatAsync();
        Assert.Contains("/api/v1/widget/sessions", asked);
    }
}

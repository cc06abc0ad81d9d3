using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SiteAccess.SystemTests.Browser;

/// <summary>The operator app as something to install.</summary>
public sealed class InstallTests(RunningSystem system, Chromium chromium) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await chromium.LeaveAsync();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_manifest_names_icons_that_are_there()
    {
        using var app = RunningSystem.Client(system.Addresses.Operator);
        var page = await app.GetStringAsync("/sign-in", Cancellation);
        Assert.Matches("<link rel=\"manifest\" href=\"/?manifest.webmanifest\"", page);
        var manifest = await app.GetFromJsonAsync<JsonElement>("/manifest.webmanifest", Cancellation);
        Assert.Equal("standalone", manifest.GetProperty("display").GetString());
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            using var answer = await app.GetAsync(icon.GetProperty("src").GetString(), Cancellation);
            Assert.True(answer.IsSuccessStatusCode, icon.ToString());
            Assert.Equal(icon.GetProperty("type").GetString(), answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Under_the_service_worker_the_desk_is_live_and_without_a_network_it_says_so()
    {
        using var caller = await Caller.WriteAsync(system, $"under the worker {Guid.NewGuid():N}", Cancellation);
        var desk = await OperatorScreen.SignInAsync(chromium, system);
        await desk.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
        await desk.Page.ReloadAsync();
        await desk.OpenAsync("under the worker");
        Assert.True(await desk.Page.EvaluateAsync<bool>("navigator.serviceWorker.controller !== null"));
        await caller.SayAsync("and live", Cancellation);
        await desk.SeeAsync("under the worker", "and live");

        // Nothing that was said is kept: files and the one page alone.
        var kept = await desk.Page.EvaluateAsync<string[]>("async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(one => new URL(one.url).pathname)))).flat()");
        Assert.All(kept, path => Assert.Matches(@"^/offline$|\.(css|js|svg|png)$", path));
        Assert.Contains("/offline", kept);

        await desk.Page.Context.SetOfflineAsync(true);
        await desk.Page.GotoAsync(system.Addresses.Operator.ToString());
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "You are offline" })).ToBeVisibleAsync();
        await desk.Page.Context.SetOfflineAsync(false);
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        await desk.Rows.First.WaitForAsync();
    }
}

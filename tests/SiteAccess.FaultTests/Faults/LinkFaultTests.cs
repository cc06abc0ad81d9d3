using SiteAccess.Testing.Links;

namespace SiteAccess.FaultTests.Faults;

/// <summary>Links that are cut, fall silent, crawl and flap, one after another, while the second nodes go on.</summary>
public class LinkFaultTests(FaultedSystem faulted)
{
    static readonly string[] All = ["realtime/redis", "realtime/api", "api/redis", "api/postgres", "clients/realtime"];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_of_Realtime_is_cut_from_Redis()
    {
        await using var scene = await Scene.OpenAsync(faulted, "Realtime cut from Redis");
        await UnderAsync(scene, "realtime/redis", new Weather.Cut());
        await scene.JudgeAsync();
    }

    [Fact]
    public async Task Links_are_cut()
    {
        await using var scene = await Scene.OpenAsync(faulted, "links cut");
        foreach (var link in All) await UnderAsync(scene, link, new Weather.Cut());
        await scene.JudgeAsync();
    }

    [Fact]
    public async Task Links_are_half_open()
    {
        await using var scene = await Scene.OpenAsync(faulted, "links half-open");
        foreach (var link in All) await UnderAsync(scene, link, new Weather.HalfOpen());
        await scene.JudgeAsync();
    }

    [Fact]
    public async Task Links_are_slow()
    {
        await using var scene = await Scene.OpenAsync(faulted, "links slow");
        foreach (var link in All) await UnderAsync(scene, link, new Weather.Slow(BytesPerSecond: 50_000, TimeSpan.FromMilliseconds(20)));
        await scene.JudgeAsync();
    }

    [Fact]
    public async Task Links_flap()
    {
        await using var scene = await Scene.OpenAsync(faulted, "links flap");
        await Task.WhenAll(All.Select((name, i) => scene.Links[name].FlapAsync(Form.Seed + i, Form.Of(TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(60)), Cancellation)));
        await scene.JudgeAsync();
    }

    // Messages are accepted while the weather lasts: there is another way, or it is waited out.
    static async Task UnderAsync(Scene scene, string link, Weather weather)
    {
        scene.Links[link].Weather = weather;
        await Scene.LastAsync(Form.FaultLength);
        await scene.GoOnAsync();
        scene.Links[link].Mend();
        await scene.GoOnAsync();
    }
}

using SiteAccess.FaultTests.Load;
using SiteAccess.Testing.Links;

namespace SiteAccess.FaultTests.Faults;

/// <summary>What comes by itself: clients that ask nothing between two connections, so that no question of theirs repairs what the servers should.</summary>
public class DeliveryTests(FaultedSystem faulted)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_said_while_Redis_was_away_is_told_when_it_is_back()
    {
        await using var scene = await Scene.OpenAsync(faulted, "told after Redis", Crowd.Never);
        await scene.Processes.KillAsync("redis", Cancellation);
        await scene.GoOnAsync();
        await scene.Processes.StartAsync("redis", Cancellation);
        await scene.JudgeAsync();
    }

    [Fact]
    public async Task A_link_to_Redis_that_fell_silent_is_made_anew()
    {
        await using var scene = await Scene.OpenAsync(faulted, "silent link to Redis", Crowd.Never);
        foreach (var link in (string[])["realtime/redis", "realtime2/redis"]) scene.Links[link].Weather = new Weather.HalfOpen();
        await scene.GoOnAsync();
        scene.Links.Mend();

        // The first message that comes over the new connection shows the gap before it.
        await scene.GoOnAsync();
        await scene.FollowAsync();
        await scene.JudgeAsync();
    }
}

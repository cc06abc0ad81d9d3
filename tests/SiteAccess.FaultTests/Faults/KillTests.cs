using SiteAccess.Testing.Nodes;

namespace SiteAccess.FaultTests.Faults;

/// <summary>Parts that die without a word and are started again.</summary>
public class KillTests(FaultedSystem faulted)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nodes_of_Api_are_killed_at_random()
    {
        await using var scene = await Scene.OpenAsync(faulted, "Api killed");
        await KillAtRandomAsync(scene, TwoNodes.Apis, Form.Of(2, 8));
        await scene.JudgeAsync();
    }

    [Fact]
    public async Task Nodes_of_Realtime_are_killed_at_random()
    {
        await using var scene = await Scene.OpenAsync(faulted, "Realtime killed");
        await KillAtRandomAsync(scene, TwoNodes.Realtimes, Form.Of(2, 8));
        await scene.JudgeAsync();
    }

    [Fact]
    public async Task Postgres_crashes_and_comes_back()
    {
        await using var scene = await Scene.OpenAsync(faulted, "Postgres killed");
        for (var i = 0; i < Form.Of(1, 3); i++)
        {
            await scene.Processes.KillAsync("postgres", Cancellation);
            await scene.Processes.StartAsync("postgres", Cancellation);
            await scene.GoOnAsync();
        }

        await scene.JudgeAsync();
    }

    [Fact]
    public async Task Redis_is_killed_and_comes_back()
    {
        await using var scene = await Scene.OpenAsync(faulted, "Redis killed");
        for (var i = 0; i < Form.Of(1, 3); i++)
        {
            await scene.Processes.KillAsync("redis", Cancellation);
            await scene.GoOnAsync();
            await scene.Processes.StartAsync("redis", Cancellation);
            await scene.GoOnAsync();
        }

        await scene.JudgeAsync();
    }

    static async Task KillAtRandomAsync(Scene scene, string[] nodes, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var node = nodes[scene.Random.Next(nodes.Length)];
            await scene.Processes.KillAsync(node, Cancellation);
            await scene.GoOnAsync(scene.Random.Next(5, 50));
            await scene.Processes.StartAsync(node, Cancellation);
            await scene.GoOnAsync(scene.Random.Next(5, 50));
        }
    }
}

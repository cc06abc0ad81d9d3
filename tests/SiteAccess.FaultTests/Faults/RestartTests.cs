using SiteAccess.Testing.Nodes;

namespace SiteAccess.FaultTests.Faults;

/// <summary>An upgrade: every node is stopped and started, one after another, while people talk.</summary>
public class RestartTests(FaultedSystem faulted)
{
    [Fact]
    public async Task A_rolling_restart_of_every_node_fails_no_send()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var scene = await Scene.OpenAsync(faulted, "rolling restart");
        foreach (var node in TwoNodes.Apis.Concat(TwoNodes.Realtimes))
        {
            await scene.Processes.StopAsync(node, cancellation);
            await scene.GoOnAsync();
            await scene.Processes.StartAsync(node, cancellation);
            await scene.GoOnAsync();
        }

        await scene.JudgeAsync();
    }
}

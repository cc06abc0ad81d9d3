using SiteAccess.FaultTests.Load;
using SiteAccess.Testing.Links;

namespace SiteAccess.FaultTests.Faults;

/// <summary>A node of Realtime that cannot hear the bus while its clients are connected to it.</summary>
public class CutOffTests(FaultedSystem faulted)
{
    [Fact]
    public async Task A_node_cut_from_Redis_serves_its_clients_by_position()
    {
        await using var scene = await Scene.OpenAsync(faulted, "served by position", Crowd.Never);
        scene.Links["realtime/redis"].Weather = new Weather.Cut();
        await scene.GoOnAsync();
        await scene.CatchUpAsync();
        scene.Links.Mend();
        await scene.JudgeAsync();
    }
}

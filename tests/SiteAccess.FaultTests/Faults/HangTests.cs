namespace SiteAccess.FaultTests.Faults;

/// <summary>A Redis that holds its connections and says nothing.</summary>
public class HangTests(FaultedSystem faulted)
{
    [Fact]
    public async Task Redis_hangs_and_goes_on()
    {
        await using var scene = await Scene.OpenAsync(faulted, "Redis hung");
        await scene.Processes.SignalAsync("redis", "STOP", TestContext.Current.CancellationToken);
        try
        {
            // Messages are accepted all the while: Redis carries only copies.
            await scene.GoOnAsync();
            await Scene.LastAsync(Form.Of(TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(30)));
            await scene.GoOnAsync();
        }
        finally
        {
            await scene.Processes.SignalAsync("redis", "CONT", CancellationToken.None);
        }

        await scene.JudgeAsync();
    }
}

namespace SiteAccess.FaultTests.Faults;

public class SmokeTests(FaultedSystem faulted)
{
    [Fact]
    public async Task Two_nodes_of_each_are_healthy_and_all_they_say_goes_through_links()
    {
        var system = await faulted.RunningAsync();
        using var http = new HttpClient();
        foreach (var address in system.Apis.Concat(system.Realtimes))
            Assert.True((await http.GetAsync(new Uri(address, "/health"), TestContext.Current.CancellationToken)).IsSuccessStatusCode, $"{address}");
        foreach (var name in (string[])["api/redis", "api/postgres", "api2/redis", "api2/postgres", "realtime/redis", "realtime2/redis", "realtime/api", "realtime2/api2"])
            Assert.True(system.Links![name].Count > 0, name);
    }
}

using System.Diagnostics;
using SiteAccess.FaultTests.Load;
using SiteAccess.Testing.Links;
using SiteAccess.Testing.Nodes;

namespace SiteAccess.FaultTests.Faults;

/// <summary>All connections are lost at once, and everybody comes back at once.</summary>
public class StormTests(FaultedSystem faulted)
{
    static readonly TimeSpan SeldomChecks = TimeSpan.FromSeconds(30);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_storm_of_reconnects_is_weathered()
    {
        await using var scene = await Scene.OpenAsync(faulted, "reconnect storm");
        using var door = new FrontDoor(scene.System);
        var clients = new List<ChatClient>();
        try
        {
            await Parallel.ForAsync(0, Form.Of(200, 5_000), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation }, async (i, cancellation) =>
            {
                var (visitor, conversationId) = await door.ArriveAsync(cancellation);
                var client = new ChatClient($"stormy {i}", conversationId, visitor, scene.System.Realtimes, Form.Seed + i, SeldomChecks);
                client.Start();
                lock (clients) clients.Add(client);
            });
            await Until.TrueAsync(() => clients.TrueForAll(client => client.IsUp), () => $"{clients.Count(client => !client.IsUp)} are not connected.", Cancellation);

            foreach (var node in TwoNodes.Realtimes) scene.Links[ServiceLinks.ClientsTo(node)].Weather = new Weather.Cut();
            await Until.TrueAsync(() => clients.TrueForAll(client => !client.IsUp), () => $"{clients.Count(client => client.IsUp)} are still connected.", Cancellation);
            scene.Links.Mend();
            var begin = Stopwatch.GetTimestamp();
            await Until.TrueAsync(() => clients.TrueForAll(client => client.IsUp), () => $"{clients.Count(client => !client.IsUp)} are not back.", Cancellation);
            Report.Line($"reconnect storm: {clients.Count} clients back {Stopwatch.GetElapsedTime(begin).TotalSeconds:F1} s after the fault's end");
            await scene.JudgeAsync();
        }
        finally
        {
            await Task.WhenAll(clients.Select(client => client.DisposeAsync().AsTask()));
        }
    }
}

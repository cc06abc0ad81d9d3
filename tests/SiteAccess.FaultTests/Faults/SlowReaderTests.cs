using SiteAccess.Testing.Links;

namespace SiteAccess.FaultTests.Faults;

/// <summary>One tab on a very bad network in a conversation where much is said.</summary>
public class SlowReaderTests(FaultedSystem faulted)
{
    const int LongestBody = 8_000;

    [Fact]
    public async Task A_slow_reader_holds_nobody_up_and_has_everything_in_the_end()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var scene = await Scene.OpenAsync(faulted, "slow reader");
        var realtime = scene.System.Realtimes[0];
        await using var link = new Link { Target = new(realtime.Host, realtime.Port) };
        var reader = await scene.Crowd.AddTabAsync(new UriBuilder(realtime) { Host = $"{link.Address.Address}", Port = link.Address.Port }.Uri, cancellation);

        link.Weather = new Weather.Slow(BytesPerSecond: 2_000, Latency: TimeSpan.Zero);
        var other = scene.Crowd.Clients.First(client => client != reader && client.Log.ConversationId == reader.Log.ConversationId);
        for (var i = 0; i < Form.Of(150, 600); i++) other.Say($"{i} {new string('ы', LongestBody - 10)}");
        await Until.TrueAsync(() => other.Pending == 0, () => "The others are held up: " + scene.Crowd.LastEvents(), cancellation);
        await scene.GoOnAsync();
        Report.Line($"slow reader: has {reader.Log.Timeline.LastSeq} of {other.Log.Timeline.LastSeq} messages when the others have all; connected again {reader.Log.Events.Count(entry => entry.EndsWith("lost its connection", StringComparison.Ordinal))} times");

        link.Mend();
        await scene.JudgeAsync();
    }
}

using SiteAccess.Load.Measures;
using SiteAccess.Load.Pairs;

namespace SiteAccess.Load.Runs;

/// <summary>One run: warm up, measure, let everything arrive, judge.</summary>
sealed class Measurement(LoadOptions options, IReadOnlyDictionary<string, int> processes, Recorder recorder)
{
    static readonly TimeSpan BeatPeriod = TimeSpan.FromSeconds(10);

    public async Task<RunReport> RunAsync(Pair[] pairs, CancellationToken cancellation)
    {
        ILoad load = options.Mode switch
        {
            "closed" => new ClosedLoop(pairs, options.TakeTurns),
            "open" => new OpenLoop(pairs, options.Rate, options.TakeTurns),
            _ => throw new ArgumentException($"No such mode: {options.Mode}", nameof(pairs)),
        };
        using var beats = new Timer(_ => Beat(pairs), state: null, BeatPeriod, BeatPeriod);
        load.Start();
        await Task.Delay(TimeSpan.FromSeconds(options.Warmup), cancellation);
        var watched = new Dictionary<string, int>(processes) { ["load"] = Environment.ProcessId };
        var before = Usage.Of(watched);
        recorder.Begin();
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds), cancellation);
        recorder.End();
        var after = Usage.Of(watched);
        load.Stop();
        try
        {
            await Settling.WaitAsync(() => pairs.All(pair => pair.IsSettled), "not everything arrived", cancellation);
        }
        catch (TimeoutException failure)
        {
            recorder.Note(failure.Message);
        }

        return RunReport.Of(options, recorder, pairs, before, after);
    }

    static void Beat(Pair[] pairs)
    {
        foreach (var party in pairs.SelectMany(pair => pair.Parties))
        {
            party.Wire.Beat();
        }
    }
}

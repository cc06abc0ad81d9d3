using System.Diagnostics;
using SiteAccess.FaultTests.Load;
using SiteAccess.FaultTests.Oracle;
using SiteAccess.Testing.Links;
using SiteAccess.Testing.Nodes;

namespace SiteAccess.FaultTests.Faults;

/// <summary>A crowd that talks while a fault happens, and the judgement afterwards.</summary>
sealed class Scene : IAsyncDisposable
{
    // Said before a fault and after it, by all together.
    const int MessagesBefore = 20;

    readonly Ledger _ledger;
    readonly string _name;

    Scene(string name, TwoNodeSystem system, Crowd crowd, Ledger ledger, int seed) =>
        (_name, System, Crowd, _ledger, Random) = (name, system, crowd, ledger, new Random(seed));

    public TwoNodeSystem System { get; }

    public NodeProcesses Processes => System.Processes;

    public LinkSet Links => System.Links!;

    public Crowd Crowd { get; }

    /// <summary>The chance of this run.</summary>
    public Random Random { get; }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Brings a crowd in and lets it talk; returns when its first messages are stored.</summary>
    public static async Task<Scene> OpenAsync(FaultedSystem faulted, string name, TimeSpan? checkEvery = null)
    {
        Report.Line($"{name}: seed {Form.Seed}");
        var system = await faulted.RunningAsync();
        var crowd = await Crowd.GatherAsync(system, Form.Pairs, Form.Seed, checkEvery ?? Crowd.Often, Cancellation);
        var scene = new Scene(name, system, crowd, Ledger.Open(await system.DatabaseAsync(Cancellation)), Form.Seed);
        crowd.Talk(Form.Rate);
        await scene.GoOnAsync();
        return scene;
    }

    /// <summary>Returns when some more messages were acknowledged: a moment that does not depend on the machine.</summary>
    public async Task GoOnAsync(int messages = MessagesBefore)
    {
        var before = Acknowledged();
        await Until.TrueAsync(() => Acknowledged() >= before + messages, () => "Nobody is answered: " + Crowd.LastEvents(), Cancellation);
    }

    /// <summary>Returns when every client has everything that was said so far; nobody begins to say more.</summary>
    public async Task CatchUpAsync()
    {
        await Crowd.HushAsync();
        await BecomeLevelAsync();
    }

    /// <summary>Returns when every client has everything that was said until now, while the talk goes on.</summary>
    public async Task FollowAsync()
    {
        var positions = await _ledger.LastSeqsAsync(Crowd.Logs.Select(log => log.ConversationId), Cancellation);
        await Until.TrueAsync(
            () => Crowd.Clients.TrueForAll(client => client.Log.Timeline.LastSeq >= positions[client.Log.ConversationId]),
            () => "Not all clients follow: " + Crowd.LastEvents(),
            Cancellation);
    }

    /// <summary>Lets time pass under load, for faults that last.</summary>
    public static Task LastAsync(TimeSpan time) => Task.Delay(time, Cancellation);

    /// <summary>
    /// The fault is over: waits, without a hand, until everything said is answered and every client has what the database has,
    /// lets everybody speak once more, and judges all of it.
    /// </summary>
    public async Task JudgeAsync()
    {
        var end = Stopwatch.GetTimestamp();
        await CatchUpAsync();
        var level = Stopwatch.GetElapsedTime(end);
        Crowd.SayOnce();
        await BecomeLevelAsync();
        var truth = await _ledger.ReadAsync(Crowd.Logs.Select(log => log.ConversationId), Cancellation);
        Report.Line(
            $"{_name}: {truth.Messages.Count} messages, {Crowd.Repeats} sends repeated, level again {level.TotalSeconds:F1} s after the fault's end{(level.TotalSeconds > 15 ? " (more than 15 s)" : "")}");
        var findings = Judge.Try(Crowd.Logs, truth);
        if (findings.Count > 0) Assert.Fail($"seed {Form.Seed}\n{string.Join('\n', findings.Take(20))}\n{string.Join('\n', Crowd.Logs.SelectMany(log => log.Events).Order().TakeLast(100))}");
    }

    public async ValueTask DisposeAsync()
    {
        Links.Mend();
        await Crowd.DisposeAsync();
        await _ledger.DisposeAsync();
    }

    async Task BecomeLevelAsync()
    {
        await Until.TrueAsync(() => Crowd.Clients.TrueForAll(client => client.Pending == 0), () => "Something said has no answer: " + Crowd.LastEvents(), Cancellation);
        var positions = await _ledger.LastSeqsAsync(Crowd.Logs.Select(log => log.ConversationId), Cancellation);
        await Until.TrueAsync(
            () => Crowd.Clients.TrueForAll(client => client.IsUp && client.Log.Timeline.LastSeq == positions[client.Log.ConversationId]),
            () => "Not all clients are level: " + Crowd.LastEvents(),
            Cancellation);
    }

    int Acknowledged() => Crowd.Logs.Sum(log => log.Answers.Count);
}

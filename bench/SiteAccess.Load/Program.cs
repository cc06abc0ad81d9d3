using System.Text.Json;
using SiteAccess.Load;
using SiteAccess.Load.History;
using SiteAccess.Load.Idle;
using SiteAccess.Load.Pairs;
using SiteAccess.Load.Runs;
using SiteAccess.Load.Systems;

// One thread for all sockets, and handlers on it: read by the framework when the first socket is made.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT", "1");

var options = LoadOptions.Parse(args);
var system = SystemFile.Read(options);
using var chat = ChatSystem.Of(system, options);
switch (options.Mode)
{
    case "history":
        var history = await new HistoryRun(system, options).RunAsync(CancellationToken.None);
        return Tell(history, history.Human(), isFailed: false);
    case "idle":
        var idle = await new IdleRun(chat, system, options).RunAsync(CancellationToken.None);
        return Tell(idle, idle.Human(), idle.IsFailed);
    default:
        var recorder = new Recorder();
        var pairs = await new PairSetup(chat, system, options, recorder).MakeAsync(CancellationToken.None);
        var report = await new Measurement(options, system.Processes, recorder).RunAsync(pairs, CancellationToken.None);
        return Tell(report, report.Human(), report.IsFailed);
}

static int Tell<T>(T report, string human, bool isFailed)
{
    Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
    Console.Error.WriteLine(human);
    return isFailed ? 1 : 0;
}

using System.Text.Json;
using SiteAccess.Load;
using SiteAccess.Load.Pairs;
using SiteAccess.Load.Runs;
using SiteAccess.Load.Systems;

// One thread for all sockets, and handlers on it: read by the framework when the first socket is made.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT", "1");

var options = LoadOptions.Parse(args);
var system = SystemFile.Read(options);
using var chat = ChatSystem.Of(system, options);
var recorder = new Recorder();
var pairs = await new PairSetup(chat, system, options, recorder).MakeAsync(CancellationToken.None);
var report = await new Measurement(options, system.Processes, recorder).RunAsync(pairs, CancellationToken.None);
Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
Console.Error.WriteLine(report.Human());
return report.IsFailed ? 1 : 0;

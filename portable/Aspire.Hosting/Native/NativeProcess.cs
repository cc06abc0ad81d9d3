using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Native;

/// <summary>
/// One running process. It is the leader of a session of its own, so that a Ctrl-C in the terminal reaches only the AppHost,
/// which then ends everything in order; and the kernel ends it when the AppHost dies without having a chance to do so.
/// </summary>
sealed partial class NativeProcess
{
    static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);
    static readonly TimeSpan OutputTimeout = TimeSpan.FromSeconds(1);
    readonly Process _process;
    readonly Launch _launch;

    NativeProcess(Process process, Launch launch, Action<string, bool> output)
    {
        _process = process;
        _launch = launch;
        Id = process.Id;
        var standardOutput = ReadAsync(process.StandardOutput, line => output(line, false));
        var standardError = ReadAsync(process.StandardError, line => output(line, true));
        Ended = WaitAsync(Task.WhenAll(standardOutput, standardError));
    }

    public int Id { get; }

    /// <summary>Completes with the exit code.</summary>
    public Task<int> Ended { get; }

    public static async Task<NativeProcess> StartAsync(Launch launch, Action<string, bool> output)
    {
        var start = new ProcessStartInfo("setsid")
        {
            UseShellExecute = false,
            WorkingDirectory = launch.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] words = ["setpriv", .. launch.UserOptions, $"--pdeathsig={Name(launch.StopSignal)}", "--", launch.Program, .. launch.Arguments];
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        foreach (var inherited in start.Environment.Keys.Where(IsOurs).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (key, value) in launch.Environment)
        {
            start.Environment[key] = value;
        }

        var process = await ProcessThread.RunAsync(() => Process.Start(start)!);
        var running = new NativeProcess(process, launch, output);
        await FeedAsync(process.StandardInput, launch.StandardInput);
        return running;
    }

    /// <summary>Asks the process to end, waits for it, and kills what is left of it and its children.</summary>
    public async Task StopAsync()
    {
        if (!Ended.IsCompleted)
        {
            _ = Kill(Id, (int)_launch.StopSignal);
            await Task.WhenAny(Ended, Task.Delay(StopTimeout));
        }

        // A negative id means the whole group. The leader's own end does not end it.
        _ = Kill(-Id, (int)Signal.Kill);
        await Ended;
    }

    // What the AppHost was told about itself (its own address, its dashboard's) is not for the resources.
    static bool IsOurs(string variable) =>
        variable is "ASPNETCORE_URLS" or "HTTP_PORTS" or "HTTPS_PORTS" or "DOTNET_LAUNCH_PROFILE"
        || variable.StartsWith("ASPIRE_", StringComparison.Ordinal)
        || variable.StartsWith("OTEL_", StringComparison.Ordinal)
        || variable.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase);

    static string Name(Signal signal) => signal switch
    {
        Signal.Interrupt => "INT",
        Signal.Kill => "KILL",
        _ => "TERM",
    };

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);

    static async Task FeedAsync(StreamWriter input, string? text)
    {
        try
        {
            await using (input)
            {
                await input.WriteAsync(text);
            }
        }
        catch (IOException)
        {
            // It ended before it read anything; its exit code and last lines tell why.
        }
    }

    static async Task ReadAsync(StreamReader reader, Action<string> line)
    {
        while (await reader.ReadLineAsync() is { } text)
        {
            line(text);
        }
    }

    async Task<int> WaitAsync(Task outputRead)
    {
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => exited.TrySetResult();
        if (_process.HasExited)
        {
            exited.TrySetResult();
        }

        // A grandchild may keep the pipes open: the last lines get a moment, not forever.
        await exited.Task;
        await Task.WhenAny(outputRead, Task.Delay(OutputTimeout));
        if (_launch.TemporaryFolder is { } folder && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return _process.ExitCode;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_launch.Program} ({Id})");
}

using System.Diagnostics;
using System.Text;
using SiteAccess.UnitTests.Redis;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>Realtime as it really runs: a process of its own, which may be asked to stop.</summary>
sealed class RealtimeNode : IAsyncDisposable
{
    readonly Process _process;
    readonly StringBuilder _said = new();

    RealtimeNode(Process process, string address) => (_process, Address) = (process, new Uri(address));

    public Uri Address { get; }

    /// <summary>What it has written, for the message of a failed test.</summary>
    public string Said => _said.ToString();

    public static async Task<RealtimeNode> StartAsync(
        string redis, string api, string key, CancellationToken cancellation, params (string Name, string Value)[] settings)
    {
        var address = $"http://127.0.0.1:{RedisServer.FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SiteAccess.Realtime.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment =
            {
                ["ASPNETCORE_URLS"] = address,
                ["ConnectionStrings__redis"] = redis,
                ["services__api__http__0"] = api,
                ["Tokens__SigningKey"] = key,
                ["PublicUrls__Operator"] = "https://desk.example",
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove("OTEL_EXPORTER_OTLP_ENDPOINT");
        var node = new RealtimeNode(Process.Start(start)!, address);
        node._process.OutputDataReceived += (_, line) => node._said.AppendLine(line.Data);
        node._process.ErrorDataReceived += (_, line) => node._said.AppendLine(line.Data);
        node._process.BeginOutputReadLine();
        node._process.BeginErrorReadLine();
        await Eventually.TrueAsync(() => node.IsHealthyAsync(cancellation), cancellation);
        return node;
    }

    public async Task<bool> IsHealthyAsync(CancellationToken cancellation)
    {
        Assert.False(_process.HasExited, Said);
        try
        {
            using var http = new HttpClient { BaseAddress = Address };
            using var answer = await http.GetAsync("/healthz", cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task AskToStopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}

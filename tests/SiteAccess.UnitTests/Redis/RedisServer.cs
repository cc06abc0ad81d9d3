using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SiteAccess.ServiceDefaults.Redis;
using StackExchange.Redis;

namespace SiteAccess.UnitTests.Redis;

/// <summary>A redis-server of the test's own, which it may kill, start again and hang.</summary>
sealed class RedisServer : IAsyncDisposable
{
    Process? _process;

    RedisServer(int port) => Port = port;

    public int Port { get; }

    public string ConnectionString => $"127.0.0.1:{Port}";

    public static async Task<RedisServer> StartAsync(CancellationToken cancellation)
    {
        var server = new RedisServer(FreePort());
        await server.StartAgainAsync(cancellation);
        return server;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task StartAgainAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("redis-server", $"--port {Port} --bind 127.0.0.1 --save \"\" --appendonly no")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        _process = Process.Start(start)!;
        while (await _process.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException("redis-server did not start.");
    }

    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    public Task HangAsync() => SignalAsync("-STOP");

    public Task ResumeAsync() => SignalAsync("-CONT");

    /// <summary>The seam to this server, started and connected.</summary>
    public async Task<RedisGateway> ConnectAsync(CancellationToken cancellation)
    {
        var gateway = new RedisGateway(
            Options.Create(ConfigurationOptions.Parse(ConnectionString)), NullLogger<RedisGateway>.Instance);
        await gateway.StartAsync(cancellation);
        await Eventually.TrueAsync(() => gateway.IsConnected, cancellation);
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
    }

    async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [name, $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
    }
}

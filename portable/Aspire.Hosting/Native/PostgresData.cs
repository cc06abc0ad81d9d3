using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting.Native;

/// <summary>The data folder of a PostgreSQL server.</summary>
sealed class PostgresData
{
    static readonly TimeSpan LastRunTimeout = TimeSpan.FromSeconds(15);
    static readonly TimeSpan LastRunInterval = TimeSpan.FromMilliseconds(100);
    readonly PostgresBinaries _binaries;
    readonly string _user;
    readonly string _passwordMark;

    public PostgresData(PostgresBinaries binaries, string volume, string user)
    {
        _binaries = binaries;
        _user = user;
        Folder = Path.Combine(volume, "pgdata");
        _passwordMark = Path.Combine(volume, "password.sha256");
    }

    public string Folder { get; }

    /// <summary>Gives the server of a run that was killed a moment ago the time to end.</summary>
    public async Task WaitUntilFreeAsync(CancellationToken cancellationToken)
    {
        var giveUp = TimeProvider.System.GetTimestamp();
        while (ServerAtWork() is { } processId)
        {
            if (TimeProvider.System.GetElapsedTime(giveUp) > LastRunTimeout)
            {
                throw new DistributedApplicationException($"The data in {Folder} is in use by another run (process {processId}). Stop that one first.");
            }

            await Task.Delay(LastRunInterval, cancellationToken);
        }
    }

    /// <summary>Makes the data folder if there is none; who connects needs a password.</summary>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(Folder, "PG_VERSION")))
        {
            Directory.CreateDirectory(Folder);
            File.Delete(_passwordMark);
            ServerUser.Give(Folder);
            string[] locale = _binaries.Version >= 17 ? ["--locale-provider=builtin", "--locale=C.UTF-8"] : ["--no-locale"];
            await OneShot.RunAsync(
                AsServer(_binaries.InitDb, ["-D", Folder, "-U", _user, "--encoding=UTF8", .. locale, "--auth=reject", "--no-sync", "--no-instructions"]),
                cancellationToken);
        }

        await File.WriteAllTextAsync(
            Path.Combine(Folder, "pg_hba.conf"),
            "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n",
            cancellationToken);
    }

    /// <summary>Sets the password, from inside the data folder and without the old one, unless it is already right.</summary>
    public async Task<PasswordChange> SetPasswordAsync(string password, CancellationToken cancellationToken)
    {
        var mark = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{_user}:{password}")));
        var known = File.Exists(_passwordMark) ? await File.ReadAllTextAsync(_passwordMark, cancellationToken) : null;
        if (known == mark)
        {
            return PasswordChange.None;
        }

        var statement = $"ALTER ROLE \"{_user.Replace("\"", "\"\"", StringComparison.Ordinal)}\" PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'\n";
        await OneShot.RunAsync(AsServer(_binaries.Server, ["--single", "-D", Folder, "postgres"]) with { StandardInput = statement }, cancellationToken);
        await PrivateFile.WriteAsync(_passwordMark, mark, cancellationToken);
        return known is null ? PasswordChange.First : PasswordChange.Replaced;
    }

    Launch AsServer(string program, IReadOnlyList<string> arguments) => new(program, arguments, Folder) { UserOptions = ServerUser.Options };

    int? ServerAtWork()
    {
        var file = Path.Combine(Folder, "postmaster.pid");
        return File.Exists(file)
            && int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var processId)
            && File.Exists($"/proc/{processId}/cmdline")
            && File.ReadAllText($"/proc/{processId}/cmdline").Contains("postgres", StringComparison.Ordinal)
            ? processId
            : null;
    }
}

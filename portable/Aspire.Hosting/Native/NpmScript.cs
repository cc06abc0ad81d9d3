using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>
/// Starts what an npm script starts, without npm and the shell between: they would outlive a killed AppHost.
/// Only scripts of one plain command are understood, such as <c>vite --host</c>.
/// </summary>
static class NpmScript
{
    public static async Task<Launch> PrepareAsync(ExecutableResource resource, string script, IReadOnlyList<string> arguments, ResourceSettings settings, CancellationToken cancellationToken)
    {
        var folder = resource.WorkingDirectory;
        await InstallAsync(folder, settings, cancellationToken);
        var words = CommandOf(Path.Combine(folder, "package.json"), script).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var program = words[0] == "node" ? null : FindBin(folder, words[0])
            ?? throw new DistributedApplicationException($"'{words[0]}', which the script '{script}' of {folder} starts, is not in its node_modules.");
        IEnumerable<string> command = program is null ? words.Skip(1) : [program, .. words.Skip(1)];
        return new Launch(Node(), [.. command, .. arguments], folder) { Environment = settings.Environment };
    }

    static string Node() => RepositoryFolders.Installed("node") ?? throw new DistributedApplicationException("Node.js is not installed; ./run says how to get it.");

    static string CommandOf(string packageFile, string script)
    {
        using var package = JsonDocument.Parse(File.ReadAllText(packageFile));
        var command = package.RootElement.TryGetProperty("scripts", out var scripts) && scripts.TryGetProperty(script, out var found) ? found.GetString() : null;
        return string.IsNullOrWhiteSpace(command) ? throw new DistributedApplicationException($"{packageFile} has no script '{script}'.")
            : command.IndexOfAny(['&', '|', ';', '"', '\'', '$', '>']) >= 0 ? throw new DistributedApplicationException($"The script '{script}' of {packageFile} is more than one plain command: {command}")
            : command;
    }

    static string? FindBin(string folder, string name)
    {
        var link = Path.Combine(folder, "node_modules", ".bin", name);
        return File.Exists(link) ? File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName ?? link : null;
    }

    static async Task InstallAsync(string folder, ResourceSettings settings, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            return;
        }

        var npm = RepositoryFolders.Installed("npm") ?? throw new DistributedApplicationException("npm is not installed; ./run says how to get it.");
        string[] install = File.Exists(Path.Combine(folder, "package-lock.json")) ? ["ci"] : ["install"];
        settings.Log.Write($"npm {install[0]} ...", isError: false);
        await OneShot.RunAsync(new Launch(npm, [.. install, "--no-audit", "--no-fund"], folder), cancellationToken);
    }
}

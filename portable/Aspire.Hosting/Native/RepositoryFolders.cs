namespace Aspire.Hosting.Native;

/// <summary>Where a clone keeps what is not in git: tools and data, both under <c>artifacts/</c>.</summary>
sealed record RepositoryFolders(string Root)
{
    public string NodeModules => Path.Combine(Root, "artifacts", "tools", "node_modules");

    public static RepositoryFolders Around(string appHostDirectory)
    {
        for (var folder = new DirectoryInfo(appHostDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("Directory.Build.props").Any() || Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return new RepositoryFolders(folder.FullName);
            }
        }

        return new RepositoryFolders(appHostDirectory);
    }

    public string Volume(string name) => Path.Combine(Root, "artifacts", "data", name);

    /// <summary>A program from an npm package that the build put under <c>artifacts/tools</c>.</summary>
    public string? Tool(string package, params string[] path)
    {
        var file = Path.Combine([NodeModules, .. package.Split('/'), .. path]);
        return File.Exists(file) ? file : null;
    }

    /// <summary>A program that is installed on this machine.</summary>
    public static string? Installed(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/bin", "/usr/sbin", "/usr/local/bin"])
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}

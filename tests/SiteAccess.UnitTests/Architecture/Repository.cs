using System.Xml.Linq;

namespace SiteAccess.UnitTests.Architecture;

/// <summary>The repository's files, as the tests of its own rules read them.</summary>
static class Repository
{
    static readonly string[] NotOurs = ["bin", "obj", "artifacts", "node_modules", "dist", ".git"];

    public static string Root { get; } = FindRoot();

    /// <summary>The projects that make the product: everything in the solution but the tests.</summary>
    public static string[] Applications { get; } =
        [.. Directory.GetDirectories(Root, "SiteAccess.*").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>Files below a folder, generated ones left out, with forward slashes and relative to the root.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !relative.Split('/').Intersect(NotOurs).Any() && !relative.Contains("/Migrations/", StringComparison.Ordinal)
        select relative;

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    /// <summary>What a project includes under an item name ("PackageReference", "ProjectReference").</summary>
    public static string[] Includes(string project, string item) =>
        [.. XDocument.Load(Path.Combine(Root, project, project + ".csproj")).Descendants(item).Attributes("Include").Select(a => a.Value)];

    /// <summary>Every attribute's value of a project file: what it says, without its comments.</summary>
    public static string[] Values(string project) =>
        [.. XDocument.Load(Path.Combine(Root, project, project + ".csproj")).Descendants().Attributes().Select(a => a.Value)];

    static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SiteAccess.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder;
    }
}

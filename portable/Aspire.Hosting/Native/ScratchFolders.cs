using System.Globalization;

namespace Aspire.Hosting.Native;

/// <summary>Folders for data that need not outlive a run. Those of a run that was killed are removed by the next one.</summary>
static class ScratchFolders
{
    const string Prefix = "aspire-native-";

    public static string Create(string resourceName)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*").Where(IsLeftOver))
        {
            Directory.Delete(folder, recursive: true);
        }

        var path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-{resourceName}-{Guid.NewGuid().ToString("n")[..6]}"));
        return Directory.CreateDirectory(path).FullName;
    }

    static bool IsLeftOver(string folder) =>
        int.TryParse(Path.GetFileName(folder)[Prefix.Length..].Split('-')[0], CultureInfo.InvariantCulture, out var owner) && !Directory.Exists($"/proc/{owner}");
}

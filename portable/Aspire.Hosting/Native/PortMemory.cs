using System.Text.Json;

namespace Aspire.Hosting.Native;

/// <summary>Remembers which port each endpoint had, so that bookmarks, cookies and what a page keeps in the browser live on in the next run.</summary>
sealed class PortMemory(RepositoryFolders folders)
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    string File => Path.Combine(folders.Root, "artifacts", "run", "ports.json");

    public Dictionary<string, int> Recall()
    {
        try
        {
            return System.IO.File.Exists(File) ? JsonSerializer.Deserialize<Dictionary<string, int>>(System.IO.File.ReadAllText(File)) ?? [] : [];
        }
        catch (JsonException)
        {
            // Only a wish: whoever damaged it gets other ports.
            return [];
        }
    }

    public void Keep(Dictionary<string, int> ports)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, JsonSerializer.Serialize(ports, Indented));
    }
}

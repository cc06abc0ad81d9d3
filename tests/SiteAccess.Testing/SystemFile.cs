using System.Text.Json;

namespace SiteAccess.Testing;

/// <summary>What a running system writes of itself when it is ready.</summary>
public sealed record SystemFile(
    Uri Api,
    Uri Realtime,
    Uri Operator,
    Uri Demo,
    Uri? Dashboard,
    string OperatorEmail,
    string OperatorPassword,
    string ChannelKey,
    IReadOnlyDictionary<string, int> Processes)
{
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for the file and reads it.</summary>
    public static async Task<SystemFile> ReadAsync(string path, CancellationToken cancellation)
    {
        // The file appears in one piece once everything is ready; there is no event for a file, so look again and again.
        while (!File.Exists(path)) await Task.Delay(Glance, cancellation);
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<SystemFile>(stream, JsonSerializerOptions.Web, cancellation)
            ?? throw new InvalidDataException($"{path} is empty.");
    }
}

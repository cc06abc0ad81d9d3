using System.Text.Json;

namespace SiteAccess.Load.Systems;

/// <summary>What a running system says of itself (artifacts/run/system.json); a system of several nodes lists them all.</summary>
sealed record SystemFile(
    Uri Api,
    Uri Realtime,
    string? OperatorEmail,
    string? OperatorPassword,
    string? ChannelKey,
    IReadOnlyDictionary<string, int> Processes,
    IReadOnlyList<Uri>? Apis = null,
    IReadOnlyList<Uri>? Realtimes = null)
{
    public IReadOnlyList<Uri> AllApis => Apis ?? [Api];

    public IReadOnlyList<Uri> AllRealtimes => Realtimes ?? [Realtime];

    public static SystemFile Read(LoadOptions options)
    {
        var system = JsonSerializer.Deserialize<SystemFile>(File.ReadAllText(options.SystemFile), JsonSerializerOptions.Web)
            ?? throw new InvalidDataException(options.SystemFile);
        return system with
        {
            Apis = options.Apis.Count > 0 ? options.Apis : system.AllApis,
            Realtimes = options.Realtimes.Count > 0 ? options.Realtimes : system.AllRealtimes,
        };
    }
}

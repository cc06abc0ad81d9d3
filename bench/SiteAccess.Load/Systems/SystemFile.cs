using System.Text.Json;

namespace SiteAccess.Load.Systems;

/// <summary>
/// What a running system says of itself: <c>artifacts/run/system.json</c> with one address of each kind, or the bench's own file with
/// those of all nodes.
/// </summary>
sealed record SystemFile(
    Uri? Api = null,
    Uri? Realtime = null,
    IReadOnlyList<Uri>? Apis = null,
    IReadOnlyList<Uri>? Realtimes = null,
    string? OperatorEmail = null,
    string? OperatorPassword = null,
    string? ChannelKey = null,
    string? Postgres = null)
{
    public IReadOnlyDictionary<string, int> Processes { get; init; } = new Dictionary<string, int>();

    public IReadOnlyList<Uri> AllApis => Apis ?? [Api!];

    public IReadOnlyList<Uri> AllRealtimes => Realtimes ?? [Realtime!];

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

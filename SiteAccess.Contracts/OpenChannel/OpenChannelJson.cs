using System.Text.Json;

namespace SiteAccess.Contracts.OpenChannel;

/// <summary>The open channel's JSON: <see cref="WireJson"/>, but in the second seed's snake_case.</summary>
public static class OpenChannelJson
{
    /// <summary>snake_case, nulls left out, Cyrillic as itself.</summary>
    public static JsonSerializerOptions Options { get; } =
        WireJson.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower });
}

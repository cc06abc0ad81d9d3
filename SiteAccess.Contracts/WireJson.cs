using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiteAccess.Contracts;

/// <summary>The one way SiteAccess writes and reads JSON.</summary>
public static class WireJson
{
    /// <summary>camelCase, nulls left out, Cyrillic written as itself (the standard encoder triples its bytes).</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Gives other options the same manners.</summary>
    /// <param name="options">The options to change.</param>
    /// <returns>The same object.</returns>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        return options;
    }
}

using System.Net.Sockets;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>A profile of a project's <c>Properties/launchSettings.json</c>.</summary>
sealed record LaunchProfile(string? CommandName, string? ApplicationUrl, Dictionary<string, string>? EnvironmentVariables)
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static LaunchProfile? FirstOf(string projectPath) => Read(projectPath).Values.FirstOrDefault(profile => profile.CommandName == "Project");

    public static LaunchProfile Named(string projectPath, string name) => Read(projectPath).GetValueOrDefault(name)
        ?? throw new DistributedApplicationException($"{projectPath} has no launch profile '{name}'.");

    /// <summary>Its plain HTTP addresses; their ports are taken when they are free.</summary>
    public IEnumerable<EndpointAnnotation> Endpoints() =>
        (ApplicationUrl ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(url => new Uri(url))
            .Where(url => url.Scheme == Uri.UriSchemeHttp)
            .Select((url, index) => new EndpointAnnotation(ProtocolType.Tcp, "http", name: index == 0 ? "http" : $"http{index}") { PreferredPort = url.Port });

    static Dictionary<string, LaunchProfile> Read(string projectPath)
    {
        var file = Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<LaunchSettings>(File.ReadAllText(file), Options)?.Profiles ?? [] : [];
    }

    sealed record LaunchSettings(Dictionary<string, LaunchProfile>? Profiles);
}

using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>What is different for an AppHost under test: no dashboard, any free port, the variables of its launch profile.</summary>
static class TestSettings
{
    public static void Apply(Assembly assembly, string[] args, DistributedApplicationOptions options, HostApplicationBuilderSettings settings)
    {
        var name = assembly.GetName().Name;
        settings.Args = [.. settings.Args ?? [], .. args];
        settings.ApplicationName = name;
        options.Args = settings.Args;
        options.AssemblyName = name;
        options.DisableDashboard = true;
        options.EnableResourceLogging = true;

        var folder = options.ProjectDirectory;
        if (Directory.Exists(folder))
        {
            settings.ContentRootPath = folder;
        }

        settings.Configuration ??= new ConfigurationManager();
        var given = new Dictionary<string, string?> { ["DcpPublisher:RandomizePorts"] = "true" };
        foreach (var (variable, value) in LaunchVariables(folder))
        {
            given[variable] = value;
            if (variable.StartsWith("DOTNET_", StringComparison.Ordinal) || variable.StartsWith("ASPNETCORE_", StringComparison.Ordinal))
            {
                given[variable[(variable.IndexOf('_', StringComparison.Ordinal) + 1)..]] = value;
            }
        }

        settings.Configuration.AddInMemoryCollection(given);
    }

    static Dictionary<string, string> LaunchVariables(string? folder)
    {
        var file = Path.Combine(folder ?? string.Empty, "Properties", "launchSettings.json");
        if (!File.Exists(file))
        {
            return [];
        }

        var settings = JsonSerializer.Deserialize<LaunchSettings>(File.ReadAllText(file), JsonSerializerOptions.Web);
        return settings?.Profiles?.Values.FirstOrDefault()?.EnvironmentVariables ?? [];
    }

    sealed record LaunchSettings(Dictionary<string, LaunchProfile>? Profiles);

    sealed record LaunchProfile(Dictionary<string, string>? EnvironmentVariables);
}

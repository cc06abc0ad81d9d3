using System.Reflection;

namespace Aspire.Hosting;

/// <summary>How to build the application.</summary>
public sealed class DistributedApplicationOptions
{
    /// <summary>The command line.</summary>
    public string[]? Args { get; set; }

    /// <summary>The assembly of the AppHost when it is not the program that was started, as in tests.</summary>
    public string? AssemblyName { get; set; }

    /// <summary>Whether to do without the dashboard.</summary>
    public bool DisableDashboard { get; set; }

    /// <summary>Whether what the resources write goes to the host's logger instead of the console.</summary>
    public bool EnableResourceLogging { get; set; }

    /// <summary>Whether plain HTTP is fine; natively it always is.</summary>
    public bool AllowUnsecuredTransport { get; set; }

    /// <summary>The folder of the AppHost's project.</summary>
    public string? ProjectDirectory { get => field ?? Metadata("apphostprojectpath"); set; }

    internal Assembly? Assembly => field ??= AssemblyName is { Length: > 0 } ? Assembly.Load(AssemblyName) : Assembly.GetEntryAssembly();

    string? Metadata(string key) => Assembly?.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => string.Equals(attribute.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
}

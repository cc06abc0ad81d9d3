using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("linux")]

namespace SiteAccess.PortableTests;

/// <summary>Small applications of shell scripts.</summary>
static class Host
{
    /// <summary>How long a small application may take at most; only a test that fails takes this long.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IDistributedApplicationBuilder Builder(params string[] args) => DistributedApplication.CreateBuilder(new DistributedApplicationOptions
    {
        Args = ["--environment=Development", .. args],
        AssemblyName = typeof(Host).Assembly.GetName().Name,
        DisableDashboard = true,
        EnableResourceLogging = true,
        ProjectDirectory = AppContext.BaseDirectory,
    });

    public static IResourceBuilder<ExecutableResource> AddScript(this IDistributedApplicationBuilder builder, string name, string script) =>
        builder.AddExecutable(name, "sh", ".", "-c", script);

    /// <summary>Whether a process exists that is not a zombie.</summary>
    public static bool IsAlive(int process)
    {
        var status = $"/proc/{process}/status";
        try
        {
            return File.Exists(status) && !File.ReadAllText(status).Contains("State:\tZ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static int ProcessOf(this ResourceEvent resource) =>
        (int)resource.Snapshot.Properties.Single(property => property.Name == "executable.pid").Value!;

    /// <summary>All that a resource wrote.</summary>
    public static async Task<string> OutputOfAsync(this DistributedApplication app, string resource)
    {
        var loggers = (ResourceLoggerService)app.Services.GetService(typeof(ResourceLoggerService))!;
        await foreach (var lines in loggers.GetAllAsync(resource).WithCancellation(Cancellation))
        {
            return string.Join('\n', lines.Select(line => line.Content));
        }

        return string.Empty;
    }
}

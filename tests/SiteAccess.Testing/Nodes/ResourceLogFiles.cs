using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SiteAccess.Testing.Nodes;

/// <summary>Keeps what each part of a running system writes, a file each: what a killed node said last is worth reading.</summary>
static class ResourceLogFiles
{
    /// <summary>Writes into a folder until the system stops.</summary>
    public static void Follow(DistributedApplication app, string folder)
    {
        Directory.CreateDirectory(folder);
        var logs = app.Services.GetRequiredService<ResourceLoggerService>();
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        foreach (var resource in app.Services.GetRequiredService<DistributedApplicationModel>().Resources.Where(resource => resource is IResourceWithEndpoints))
            _ = FollowAsync(logs, resource.Name, Path.Combine(folder, $"{resource.Name}.log"), stopping);
    }

    static async Task FollowAsync(ResourceLoggerService logs, string resource, string file, CancellationToken stopping)
    {
        try
        {
            await using var writer = new StreamWriter(file) { AutoFlush = true };
            await foreach (var lines in logs.WatchAsync(resource).WithCancellation(stopping))
            {
                foreach (var line in lines) await writer.WriteLineAsync($"{DateTime.UtcNow:HH:mm:ss.fff} {line.Content}");
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The system stops; what it says while it does is nobody's concern here.
            return;
        }
    }
}

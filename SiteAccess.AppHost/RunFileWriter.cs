using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Hosting;

namespace SiteAccess.AppHost;

/// <summary>Waits until the system is ready, prints its addresses, and keeps the run file true until it stops.</summary>
sealed class RunFileWriter(RunningParts parts, string path, DistributedApplicationModel model, ResourceNotificationService notifications) : BackgroundService
{
    const string ProcessId = "executable.pid";
    const string Dashboard = "aspire-dashboard";
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A test may run a part of the system only; that part has no run file.
        if (!parts.All.All(model.Resources.Contains))
        {
            return;
        }

        try
        {
            var checkedResources = model.Resources.Where(resource => resource.HasAnnotationOfType<HealthCheckAnnotation>());
            var ready = await Task.WhenAll(checkedResources.Select(resource =>
                notifications.WaitForResourceHealthyAsync(resource.Name, WaitBehavior.StopOnResourceUnavailable, stoppingToken)));
            await FollowAsync(ready, stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Console.WriteLine($"SiteAccess did not start: {failure.Message}");
        }
        finally
        {
            File.Delete(path);
        }
    }

    async Task FollowAsync(ResourceEvent[] ready, CancellationToken stoppingToken)
    {
        var processes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var resource in ready)
        {
            Note(resource, processes);
        }

        var system = await DescribeAsync(processes, stoppingToken);
        Write(system);
        Print(system);

        // A resource that is restarted gets another process.
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            if (Note(change, processes))
            {
                Write(system);
            }
        }
    }

    static bool Note(ResourceEvent resource, SortedDictionary<string, int> processes)
    {
        if (ProcessOf(resource) is not { } process || (processes.TryGetValue(resource.Resource.Name, out var known) && known == process))
        {
            return false;
        }

        processes[resource.Resource.Name] = process;
        return true;
    }

    static int? ProcessOf(ResourceEvent change) =>
        change.Snapshot.Properties.FirstOrDefault(property => property.Name == ProcessId)?.Value is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;

    async Task<SystemDescription> DescribeAsync(IReadOnlyDictionary<string, int> processes, CancellationToken stoppingToken) => new(
        UrlOf(parts.Api),
        UrlOf(parts.Realtime),
        UrlOf(parts.Operator),
        UrlOf(parts.Demo),
        model.Resources.TryGetByName(Dashboard, out var dashboard) ? UrlOf((IResourceWithEndpoints)dashboard) : null,
        parts.OperatorEmail,
        await parts.OperatorPassword.GetValueAsync(stoppingToken) ?? string.Empty,
        DemoChannel.Key,
        processes);

    static string UrlOf(IResourceWithEndpoints resource) => resource.GetEndpoint("http").Url;

    // Written beside and moved into place, so that a reader sees all of it or nothing; for this user only.
    void Write(SystemDescription system)
    {
        var draft = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, system, Format);
        }

        File.Move(draft, path, overwrite: true);
    }

    static void Print(SystemDescription system) => Console.WriteLine($"""

        SiteAccess is ready.
          Operator app  {system.Operator}
                        {system.OperatorEmail}  {system.OperatorPassword}
                        (data from before these secrets? ./run --reset-password makes the account take this password)
          Demo page     {system.Demo}
          API           {system.Api}
          Dashboard     {system.Dashboard ?? "not running"}

        """);
}

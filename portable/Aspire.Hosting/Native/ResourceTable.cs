using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Native;

/// <summary>Shows a table of all resources, their states and addresses, once none of them is on its way any more.</summary>
sealed class ResourceTable(DistributedApplicationModel model, ResourceNotificationService notifications, ConsoleOutput console) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var shown = model.Resources.Where(resource => resource is not ParameterResource).Select(resource => resource.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var latest = new Dictionary<string, ResourceEvent>(StringComparer.OrdinalIgnoreCase);
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            latest[change.Resource.Name] = change;
            if (shown.All(name => latest.TryGetValue(name, out var known) && HasSettled(known.Snapshot)))
            {
                console.Say(Draw([.. latest.Values.Where(known => shown.Contains(known.Resource.Name))]));
                return;
            }
        }
    }

    static bool HasSettled(CustomResourceSnapshot snapshot) =>
        snapshot.HealthStatus == HealthStatus.Healthy || KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text);

    static string Draw(IReadOnlyList<ResourceEvent> resources)
    {
        string[][] rows = [["RESOURCE", "STATE", "ADDRESSES"], .. resources.Select(Row)];
        var name = rows.Max(row => row[0].Length);
        var state = rows.Max(row => row[1].Length);
        return string.Join(Environment.NewLine, rows.Select(row => $"  {row[0].PadRight(name)}  {row[1].PadRight(state)}  {row[2]}".TrimEnd()).Prepend(string.Empty).Append(string.Empty));
    }

    static string[] Row(ResourceEvent resource) =>
        [resource.Resource.Name, resource.Snapshot.State?.Text ?? string.Empty, string.Join(' ', resource.Snapshot.Urls.Select(url => url.Url))];
}

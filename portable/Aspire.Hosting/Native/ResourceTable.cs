using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Native;

/// <summary>
/// Shows a table of all resources, their states and addresses, once none of them is on its way any more; and before that,
/// if it takes long, how far each of them is.
/// </summary>
sealed class ResourceTable(DistributedApplicationModel model, ResourceNotificationService notifications, ConsoleOutput console) : BackgroundService
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var settled = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var progress = ShowProgressAsync(settled.Token);
        await foreach (var _ in notifications.WatchAsync(stoppingToken))
        {
            if (Resources().All(resource => HasSettled(resource.Snapshot)))
            {
                console.Say(Draw());
                break;
            }
        }

        await settled.CancelAsync();
        await progress;
    }

    static bool HasSettled(CustomResourceSnapshot? snapshot) => snapshot is not null
        && (snapshot.HealthStatus == HealthStatus.Healthy || KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text));

    static string[] Row(string name, CustomResourceSnapshot? snapshot)
    {
        var unhealthy = snapshot?.State?.Text == KnownResourceStates.Running && snapshot.HealthStatus != HealthStatus.Healthy;
        var reason = unhealthy ? snapshot!.HealthReports.Select(report => report.Description).FirstOrDefault(text => text is not null) : null;
        return
        [
            name,
            unhealthy ? "Not healthy yet" : snapshot?.State?.Text ?? KnownResourceStates.NotStarted,
            reason ?? string.Join(' ', snapshot?.Urls.Select(url => url.Url) ?? []),
        ];
    }

    async Task ShowProgressAsync(CancellationToken settled)
    {
        using var timer = new PeriodicTimer(Long);
        try
        {
            while (await timer.WaitForNextTickAsync(settled))
            {
                console.Say(Draw());
            }
        }
        catch (OperationCanceledException)
        {
            // Settled, or stopped: no more to show.
        }
    }

    IEnumerable<(string Name, CustomResourceSnapshot? Snapshot)> Resources() => model.Resources
        .Where(resource => resource is not ParameterResource)
        .Select(resource => (resource.Name, notifications.TryGetCurrentState(resource.Name, out var known) ? known.Snapshot : null));

    string Draw()
    {
        string[][] rows = [["RESOURCE", "STATE", "ADDRESSES"], .. Resources().Select(resource => Row(resource.Name, resource.Snapshot))];
        var name = rows.Max(row => row[0].Length);
        var state = rows.Max(row => row[1].Length);
        var lines = rows.Select(row => $"  {row[0].PadRight(name)}  {row[1].PadRight(state)}  {row[2]}".TrimEnd());
        return string.Join(Environment.NewLine, [string.Empty, .. lines, string.Empty]);
    }
}

using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace SiteAccess.Testing.Nodes;

/// <summary>Stops, starts and kills the parts of a running system.</summary>
public sealed class NodeProcesses(DistributedApplication app)
{
    static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    /// <summary>Stops a part as an upgrade would, with SIGTERM.</summary>
    public Task StopAsync(string resource, CancellationToken cancellation) => CommandAsync(resource, KnownResourceCommands.StopCommand, cancellation);

    /// <summary>Starts a part that has ended; returns when it is healthy. One that ends at once, its predecessor still being cleared away, is started again.</summary>
    public async Task StartAsync(string resource, CancellationToken cancellation)
    {
        while (true)
        {
            await app.ResourceNotifications.WaitForResourceAsync(resource, KnownResourceStates.TerminalStates, cancellation);
            await CommandAsync(resource, KnownResourceCommands.StartCommand, cancellation);
            try
            {
                await app.ResourceNotifications.WaitForResourceHealthyAsync(resource, WaitBehavior.StopOnResourceUnavailable, cancellation);
                return;
            }
            catch (DistributedApplicationException)
            {
                await Task.Delay(Again, cancellation);
            }
        }
    }

    /// <summary>Kills a part with SIGKILL and waits until it is gone.</summary>
    public async Task KillAsync(string resource, CancellationToken cancellation)
    {
        await SignalAsync(resource, "KILL", cancellation);
        await app.ResourceNotifications.WaitForResourceAsync(resource, KnownResourceStates.TerminalStates, cancellation);
    }

    /// <summary>Sends a signal to a part's process, or to its container.</summary>
    /// <param name="resource">The part.</param>
    /// <param name="signal">The signal's name without SIG: <c>STOP</c>, <c>CONT</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task SignalAsync(string resource, string signal, CancellationToken cancellation)
    {
        string[] command = Property(resource, "container.id") is { } container
            ? ["docker", "kill", "--signal", signal, container]
            : ["kill", "-s", signal, Property(resource, "executable.pid") ?? throw new InvalidOperationException($"'{resource}' has no process.")];
        using var process = Process.Start(command[0], command[1..]);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0) throw new InvalidOperationException($"SIG{signal} did not reach '{resource}'.");
    }

    string? Property(string resource, string name) =>
        app.ResourceNotifications.TryGetCurrentState(resource, out var state)
        && state.Snapshot.Properties.FirstOrDefault(property => property.Name == name)?.Value is { } value
            ? Convert.ToString(value, CultureInfo.InvariantCulture)
            : null;

    async Task CommandAsync(string resource, string command, CancellationToken cancellation)
    {
        var result = await app.ResourceCommands.ExecuteCommandAsync(resource, command, cancellation);
        if (!result.Success) throw new InvalidOperationException($"{command} of {resource}: {result.Message}");
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SiteAccess.PortableTests;

/// <summary>What starts after what, what is told of an end, and that nothing is left.</summary>
public sealed class StartAndStopTests
{
    [Fact]
    public async Task A_resource_starts_only_when_the_one_it_waits_for_is_healthy()
    {
        var healthy = false;
        var builder = Host.Builder();
        builder.Services.AddHealthChecks().AddCheck("first_check", () => healthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        var first = builder.AddScript("first", "sleep 60").WithHealthCheck("first_check");
        builder.AddScript("second", "sleep 60").WaitFor(first);

        await using var app = builder.Build();
        var started = app.StartAsync(Host.Cancellation);
        await app.ResourceNotifications.WaitForResourceAsync("first", KnownResourceStates.Running, Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        await app.ResourceNotifications.WaitForResourceAsync("second", KnownResourceStates.Waiting, Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        Assert.False(started.IsCompleted);

        healthy = true;
        await app.ResourceNotifications.WaitForResourceAsync("second", KnownResourceStates.Running, Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        await started.WaitAsync(Host.Limit, Host.Cancellation);
        await app.StopAsync(Host.Cancellation);
    }

    [Fact]
    public async Task Who_waits_for_a_resource_that_ends_fails_and_says_so()
    {
        var builder = Host.Builder();
        builder.Services.AddHealthChecks().AddCheck("never", () => HealthCheckResult.Unhealthy());
        var first = builder.AddScript("first", "echo no luck >&2; exit 3").WithHealthCheck("never");
        builder.AddScript("second", "sleep 60").WaitFor(first);

        await using var app = builder.Build();
        await app.StartAsync(Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);

        Assert.True(app.ResourceNotifications.TryGetCurrentState("first", out var crashed));
        Assert.Equal((KnownResourceStates.Exited, 3), (crashed.Snapshot.State?.Text, crashed.Snapshot.ExitCode));
        Assert.Contains("no luck", await app.OutputOfAsync("first"), StringComparison.Ordinal);
        Assert.True(app.ResourceNotifications.TryGetCurrentState("second", out var waiting));
        Assert.Equal(KnownResourceStates.FailedToStart, waiting.Snapshot.State?.Text);
        await Assert.ThrowsAsync<DistributedApplicationException>(() => app.ResourceNotifications.WaitForResourceHealthyAsync("first", Host.Cancellation));
    }

    [Fact]
    public async Task After_a_stop_no_process_is_left_not_even_a_stubborn_grandchild()
    {
        var builder = Host.Builder();
        builder.AddScript("parent", "sh -c 'trap \"\" TERM; echo $$; while :; do sleep 1; done' & trap 'exit 0' TERM; wait");

        await using var app = builder.Build();
        await app.StartAsync(Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        var running = await app.ResourceNotifications.WaitForResourceHealthyAsync("parent", Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        var grandchild = await GrandchildOfAsync(app);
        Assert.True(Host.IsAlive(running.ProcessOf()));
        Assert.True(Host.IsAlive(grandchild));

        await app.StopAsync(Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);

        Assert.False(Host.IsAlive(running.ProcessOf()));
        Assert.True(SpinWait.SpinUntil(() => !Host.IsAlive(grandchild), Host.Limit));
    }

    [Fact]
    public async Task A_restart_gives_a_resource_another_process_and_the_same_address()
    {
        var builder = Host.Builder();
        var server = builder.AddScript("server", "sleep 60").WithHttpEndpoint();

        await using var app = builder.Build();
        await app.StartAsync(Host.Cancellation).WaitAsync(Host.Limit, Host.Cancellation);
        var before = (await app.ResourceNotifications.WaitForResourceHealthyAsync("server", Host.Cancellation)).ProcessOf();
        var address = server.GetEndpoint("http").Url;
        var restarted = await app.ResourceCommands.ExecuteCommandAsync("server", KnownResourceCommands.RestartCommand, Host.Cancellation);
        var after = (await app.ResourceNotifications.WaitForResourceHealthyAsync("server", Host.Cancellation)).ProcessOf();

        Assert.True(restarted.Success, restarted.Message);
        Assert.NotEqual(before, after);
        Assert.False(Host.IsAlive(before));
        Assert.Equal(address, server.GetEndpoint("http").Url);
        await app.StopAsync(Host.Cancellation);
    }

    static async Task<int> GrandchildOfAsync(DistributedApplication app)
    {
        await foreach (var lines in app.Services.GetRequiredService<ResourceLoggerService>().WatchAsync("parent").WithCancellation(Host.Cancellation))
        {
            return int.Parse(lines[0].Content);
        }

        throw new InvalidOperationException("It wrote nothing.");
    }
}

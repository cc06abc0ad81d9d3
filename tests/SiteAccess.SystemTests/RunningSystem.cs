using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using SiteAccess.SystemTests;

[assembly: AssemblyFixture(typeof(RunningSystem))]
[assembly: CaptureConsole]

// One system for all, and some tests stop parts of it: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace SiteAccess.SystemTests;

/// <summary>The whole system, started once by its own AppHost with data that ends with it, and shared by all tests.</summary>
public sealed class RunningSystem : IAsyncLifetime
{
    static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    DistributedApplication? _app;

    /// <summary>What the system says of itself (artifacts/run/system.json).</summary>
    public SystemFile Addresses { get; private set; } = null!;

    /// <summary>The demo page's origin: the foreign page of the tests.</summary>
    public string DemoOrigin => Addresses.Demo.GetLeftPart(UriPartial.Authority);

    DistributedApplication App => _app ?? throw new InvalidOperationException("The system is not running.");

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("SITEACCESS_TESTS_PREPARED") is null)
            throw new InvalidOperationException("These tests need programs that ./test looks for and installs: run ./test.");

        using var limit = new CancellationTokenSource(StartLimit);
        var file = Path.Combine(Repository.Root, "artifacts", "run", $"system-{Environment.ProcessId}.json");
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.SiteAccess_AppHost>(
            ["--Data:Ephemeral=true", $"--Run:FilePath={file}"], limit.Token);
        _app = await builder.BuildAsync(limit.Token);
        await _app.StartAsync(limit.Token);
        foreach (var resource in (string[])["api", "realtime", "operator", "coturn", "widget"])
            await _app.ResourceNotifications.WaitForResourceHealthyAsync(resource, limit.Token);
        Addresses = await SystemFile.ReadAsync(file, limit.Token);
    }

    /// <summary>A client of Api; say an origin to speak as a page of that origin.</summary>
    public HttpClient Api(string? bearer = null, string? origin = null) => Client(Addresses.Api, bearer, origin);

    /// <summary>A client of any part of the system.</summary>
    public static HttpClient Client(Uri address, string? bearer = null, string? origin = null)
    {
        var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        if (bearer is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        if (origin is not null) client.DefaultRequestHeaders.Add("Origin", origin);
        return client;
    }

    /// <summary>Stops a resource and starts it again, as an upgrade would; returns when it is healthy.</summary>
    public async Task RestartAsync(string resource, CancellationToken cancellation)
    {
        await StopAsync(resource, cancellation);
        await StartAsync(resource, cancellation);
    }

    /// <summary>Stops a resource.</summary>
    public Task StopAsync(string resource, CancellationToken cancellation) => CommandAsync(resource, KnownResourceCommands.StopCommand, cancellation);

    /// <summary>Starts a stopped resource; returns when it is healthy.</summary>
    public async Task StartAsync(string resource, CancellationToken cancellation)
    {
        await CommandAsync(resource, KnownResourceCommands.StartCommand, cancellation);
        await App.ResourceNotifications.WaitForResourceHealthyAsync(resource, cancellation);
    }

    async Task CommandAsync(string resource, string command, CancellationToken cancellation)
    {
        var result = await App.Services.GetRequiredService<ResourceCommandService>().ExecuteCommandAsync(resource, command, cancellation);
        Assert.True(result.Success, $"{command} of {resource}: {result.Message}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is null) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using SiteAccess.FaultTests;
using SiteAccess.Testing.Nodes;

[assembly: AssemblyFixture(typeof(FaultedSystem))]
[assembly: CaptureConsole]

// One system for all, and its parts are killed: one fault at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace SiteAccess.FaultTests;

/// <summary>The system that all faults befall: two nodes of each service with links between them, started when it is first needed.</summary>
public sealed class FaultedSystem : IAsyncDisposable
{
    static readonly string[] Lifted =
    [
        "SessionsPerAddress", "SignInsPerAddress", "MessagesPerToken", "MessagesPerAddress", "MessagesPerChannel",
        "RequestsPerToken", "RequestsPerAddress", "ConnectionsPerToken", "ConnectionsPerAddress",
    ];

    readonly Lazy<Task<TwoNodeSystem>> _system = new(StartAsync);

    /// <summary>The running system, in fair weather.</summary>
    public Task<TwoNodeSystem> RunningAsync() => _system.Value;

    public async ValueTask DisposeAsync()
    {
        if (!_system.IsValueCreated) return;
        await (await _system.Value).DisposeAsync();
    }

    static Task<TwoNodeSystem> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("SITEACCESS_TESTS_PREPARED") is null)
            throw new InvalidOperationException("These tests need programs that ./test looks for and installs: run ./test.");
        return TwoNodeSystem.StartAsync(withLinks: true, Describe, TestContext.Current.CancellationToken);
    }

    // All clients of a run come from one address and one account; the limits that keep strangers out are not what is tested here.
    static void Describe(IDistributedApplicationBuilder builder)
    {
        foreach (var name in TwoNodes.Apis.Concat(TwoNodes.Realtimes))
        {
            var service = builder.CreateResourceBuilder<ProjectResource>(name);
            foreach (var limit in Lifted) service.WithEnvironment($"Limits__{limit}", "1000000");
        }
    }
}

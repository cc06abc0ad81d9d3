using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Passes a test's wishes on to the run of the AppHost's program.</summary>
sealed class TestedHost(EntryPointRun run, DistributedApplication application) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => application.Services;

    public Task StartAsync(CancellationToken cancellationToken = default) => run.WhenStartedAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken = default) => run.DisposeAsync().AsTask().WaitAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => run.DisposeAsync();
}

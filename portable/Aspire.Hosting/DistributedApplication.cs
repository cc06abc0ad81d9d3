using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>The application as described, ready to run.</summary>
public class DistributedApplication : IHost, IAsyncDisposable
{
    readonly IHost _host;

    /// <summary>Takes over a host that knows the resources.</summary>
    public DistributedApplication(IHost host)
    {
        _host = host;
        ResourceNotifications = host.Services.GetRequiredService<ResourceNotificationService>();
    }

    /// <summary>The services of the AppHost.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Knows the state of every resource.</summary>
    public ResourceNotificationService ResourceNotifications { get; }

    /// <summary>Starts and stops single resources.</summary>
    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    /// <summary>Starts a description without a command line.</summary>
    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    /// <summary>Starts a description.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    /// <summary>Starts a description.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) => new DistributedApplicationBuilder(options);

    /// <summary>Starts everything.</summary>
    public virtual Task StartAsync(CancellationToken cancellationToken = default) => _host.StartAsync(cancellationToken);

    /// <summary>Stops everything.</summary>
    public virtual Task StopAsync(CancellationToken cancellationToken = default) => _host.StopAsync(cancellationToken);

    /// <summary>Starts everything and returns when it has stopped: on Ctrl-C, on SIGTERM, or when cancelled.</summary>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await StartAsync(cancellationToken).ConfigureAwait(false);
            await _host.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested)
        {
            // Stopped while it was still starting: an end like any other.
        }
        finally
        {
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Does the same on this thread.</summary>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <inheritdoc />
    public virtual void Dispose()
    {
        _host.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_host).DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}

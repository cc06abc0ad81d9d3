using System.Diagnostics;
using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Native;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.UserSecrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting;

/// <inheritdoc />
public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    // The testing package listens to these to get hold of the builder of an AppHost that it runs.
    static readonly DiagnosticListener Steps = new("Aspire.Hosting");

    readonly DistributedApplicationOptions _options;
    readonly HostApplicationBuilder _host;

    /// <summary>Starts a description from the command line.</summary>
    public DistributedApplicationBuilder(string[] args)
        : this(new DistributedApplicationOptions { Args = args })
    {
    }

    /// <summary>Starts a description.</summary>
    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        _options = options;
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables(prefix: "ASPIRE_");
        var settings = new HostApplicationBuilderSettings { Args = options.Args, Configuration = configuration };
        Steps.Write("DistributedApplicationBuilderConstructing", (options, settings));

        _host = new HostApplicationBuilder(settings);
        AppHostDirectory = options.ProjectDirectory ?? Environment.ContentRootPath;
        UserSecrets = new UserSecretsFile(AppHostAssembly?.GetCustomAttribute<UserSecretsIdAttribute>()?.UserSecretsId);

        _host.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        _host.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
        _host.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService", LogLevel.None);
        _host.Logging.AddConfiguration(Configuration.GetSection("Logging"));

        Services.AddSingleton(_ => new DistributedApplicationModel(Resources));
        Services.AddSingleton(ExecutionContext);
        Services.AddSingleton(Eventing);
        Services.AddSingleton(options);
        Services.AddSingleton(services => new ResourceNotificationService(
            services.GetRequiredService<IHostApplicationLifetime>(),
            services.GetRequiredService<DistributedApplicationModel>(),
            services.GetRequiredService<IOptions<ResourceNotificationServiceOptions>>()));
        Services.AddSingleton<ResourceLoggerService>();
        Services.AddSingleton(services => new ResourceCommandService(services.GetRequiredService<NativeOrchestrator>()));

        // The real host waits on where its dashboard offers to start a resource again; here no dashboard can.
        Services.Configure<ResourceNotificationServiceOptions>(waiting => waiting.DefaultWaitBehavior = WaitBehavior.StopOnResourceUnavailable);
        Services.AddHealthChecks();
        Services.AddHttpClient();
        Services.AddNativeRunner(AppHostDirectory);
        Steps.Write("DistributedApplicationBuilderConstructed", this);
    }

    /// <inheritdoc />
    public ConfigurationManager Configuration => _host.Configuration;

    /// <inheritdoc />
    public string AppHostDirectory { get; }

    /// <inheritdoc />
    public Assembly? AppHostAssembly => _options.Assembly;

    /// <inheritdoc />
    public IHostEnvironment Environment => _host.Environment;

    /// <inheritdoc />
    public IServiceCollection Services => _host.Services;

    /// <inheritdoc />
    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    /// <inheritdoc />
    public DistributedApplicationExecutionContext ExecutionContext { get; } = new(DistributedApplicationOperation.Run);

    /// <inheritdoc />
    public IResourceCollection Resources { get; } = new ResourceCollection();

    internal UserSecretsFile UserSecrets { get; }

    /// <inheritdoc />
    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    /// <inheritdoc />
    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => new DistributedApplicationResourceBuilder<T>(this, resource);

    /// <inheritdoc />
    public DistributedApplication Build()
    {
        Steps.Write("DistributedApplicationBuilding", this);
        var application = new DistributedApplication(_host.Build());
        Steps.Write("DistributedApplicationBuilt", application);
        return application;
    }
}

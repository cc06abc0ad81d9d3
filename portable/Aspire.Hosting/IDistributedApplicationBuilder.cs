using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Collects the description of the application.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>The configuration of the AppHost.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>The folder of the AppHost's project.</summary>
    string AppHostDirectory { get; }

    /// <summary>The assembly of the AppHost.</summary>
    Assembly? AppHostAssembly { get; }

    /// <summary>Development, Production and so on.</summary>
    IHostEnvironment Environment { get; }

    /// <summary>The services of the AppHost.</summary>
    IServiceCollection Services { get; }

    /// <summary>Carries events from the host to those who listen.</summary>
    IDistributedApplicationEventing Eventing { get; }

    /// <summary>How the application runs.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>The resources so far.</summary>
    IResourceCollection Resources { get; }

    /// <summary>Adds a resource.</summary>
    IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource;

    /// <summary>A builder for a resource that may or may not have been added.</summary>
    IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource;

    /// <summary>Ends the description.</summary>
    DistributedApplication Build();
}

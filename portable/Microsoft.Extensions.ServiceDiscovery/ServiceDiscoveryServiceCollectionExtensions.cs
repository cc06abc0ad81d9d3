// Stands in for Microsoft.Extensions.ServiceDiscovery 10.0: the parameterless AddServiceDiscovery on services and on
// IHttpClientBuilder. Not here: the overload with options, AddConfigurationServiceEndpointProvider and its siblings.
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.ServiceDiscovery;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes the names of services resolvable.</summary>
public static class ServiceDiscoveryServiceCollectionExtensions
{
    /// <summary>Adds resolution from the configuration section <c>services</c>.</summary>
    /// <param name="services">The services to add to.</param>
    public static IServiceCollection AddServiceDiscovery(this IServiceCollection services)
    {
        services.TryAddSingleton<ConfiguredEndpoints>();
        return services;
    }
}

/// <summary>Lets HTTP clients call services by name.</summary>
public static class ServiceDiscoveryHttpClientBuilderExtensions
{
    /// <summary>Resolves the host of each request of this client.</summary>
    /// <param name="httpClientBuilder">The client.</param>
    public static IHttpClientBuilder AddServiceDiscovery(this IHttpClientBuilder httpClientBuilder)
    {
        httpClientBuilder.Services.AddServiceDiscovery();
        return httpClientBuilder.AddHttpMessageHandler(
            services => new ResolvingHandler(services.GetRequiredService<ConfiguredEndpoints>()));
    }
}

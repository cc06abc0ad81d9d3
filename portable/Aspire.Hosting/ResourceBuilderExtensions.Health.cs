using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Native;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Makes a registered health check say whether a resource is usable.</summary>
    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key)
        where T : IResource =>
        builder.Resource.Annotations.OfType<HealthCheckAnnotation>().Any(known => known.Key == key)
            ? throw new DistributedApplicationException($"'{builder.Resource.Name}' already has the health check '{key}'.")
            : builder.WithAnnotation(new HealthCheckAnnotation(key));

    /// <summary>Makes the answer to a GET say whether a resource is usable.</summary>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        var endpoint = endpointName is null
            ? builder.Resource.GetEndpoints().FirstOrDefault(candidate => candidate.IsHttp) ?? builder.GetEndpoint("http")
            : builder.GetEndpoint(endpointName);
        path ??= "/";
        var expected = statusCode ?? 200;
        var key = $"{builder.Resource.Name}_{endpoint.EndpointName}_{path}_{expected}_check";
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            key,
            services => new HttpHealthCheck(services.GetRequiredService<IHttpClientFactory>(), endpoint, path, expected),
            failureStatus: null,
            tags: null));
        return builder.WithHealthCheck(key);
    }
}

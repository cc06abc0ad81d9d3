using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Reaches the resources of a running application.</summary>
public static class DistributedApplicationHostingTestingExtensions
{
    /// <summary>A client of a resource's endpoint; without a name of <c>https</c>, else of <c>http</c>.</summary>
    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName, string? endpointName = default)
    {
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.BaseAddress = app.GetEndpoint(resourceName, endpointName);
        return client;
    }

    /// <summary>The connection string of a resource.</summary>
    public static ValueTask<string?> GetConnectionStringAsync(this DistributedApplication app, string resourceName, CancellationToken cancellationToken = default) =>
        Find(app, resourceName) is IResourceWithConnectionString resource
            ? resource.GetConnectionStringAsync(cancellationToken)
            : throw new ArgumentException($"'{resourceName}' has no connection string.", nameof(resourceName));

    /// <summary>The address of a resource's endpoint; without a name of <c>https</c>, else of <c>http</c>.</summary>
    public static Uri GetEndpoint(this DistributedApplication app, string resourceName, string? endpointName = default)
    {
        var endpoints = Find(app, resourceName) is IResourceWithEndpoints resource ? resource.GetEndpoints() : [];
        string[] names = string.IsNullOrEmpty(endpointName) ? ["https", "http"] : [endpointName];
        var endpoint = names.Select(name => endpoints.FirstOrDefault(candidate => candidate.IsAllocated && string.Equals(candidate.EndpointName, name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(found => found is not null);
        return endpoint is null
            ? throw new ArgumentException($"'{resourceName}' has no endpoint named {string.Join(" or ", names)}.", nameof(endpointName))
            : new Uri(endpoint.Url);
    }

    static IResource Find(DistributedApplication app, string resourceName)
    {
        if (!app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.IsCancellationRequested)
        {
            throw new InvalidOperationException("The application has not started yet.");
        }

        return app.Services.GetRequiredService<DistributedApplicationModel>().Resources.TryGetByName(resourceName, out var resource)
            ? resource
            : throw new ArgumentException($"There is no resource '{resourceName}'.", nameof(resourceName));
    }
}

using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Adds an endpoint, or says more about the one of that name.</summary>
    public static IResourceBuilder<T> WithEndpoint<T>(this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? scheme = null, [EndpointName] string? name = null, string? env = null, bool? isProxied = null, bool? isExternal = null, ProtocolType? protocol = null)
        where T : IResourceWithEndpoints
    {
        var described = new EndpointAnnotation(protocol ?? ProtocolType.Tcp, scheme, transport: null, name, port, targetPort, isExternal, isProxied);
        var endpoint = builder.Resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(other => string.Equals(other.Name, described.Name, StringComparison.OrdinalIgnoreCase));
        if (endpoint is null)
        {
            endpoint = described;
            builder.WithAnnotation(endpoint);
        }
        else
        {
            endpoint.Port = port ?? endpoint.Port;
            endpoint.TargetPort = targetPort ?? endpoint.TargetPort;
            endpoint.IsExternal = isExternal ?? endpoint.IsExternal;
            endpoint.IsProxied = isProxied ?? endpoint.IsProxied;
        }

        if (env is not null && builder.Resource is IResourceWithEnvironment)
        {
            var reference = builder.GetEndpoint(endpoint.Name);
            builder.WithAnnotation(new EnvironmentCallbackAnnotation(context =>
            {
                context.EnvironmentVariables[env] = reference.Property(EndpointProperty.TargetPort);
                return Task.CompletedTask;
            }));
        }

        return builder;
    }

    /// <summary>Changes an endpoint, or adds it.</summary>
    public static IResourceBuilder<T> WithEndpoint<T>(this IResourceBuilder<T> builder, [EndpointName] string endpointName, Action<EndpointAnnotation> callback, bool createIfNotExists = true)
        where T : IResourceWithEndpoints
    {
        var endpoint = builder.Resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(other => string.Equals(other.Name, endpointName, StringComparison.OrdinalIgnoreCase));
        if (endpoint is null && createIfNotExists)
        {
            endpoint = new EndpointAnnotation(ProtocolType.Tcp, name: endpointName);
            builder.WithAnnotation(endpoint);
        }

        if (endpoint is not null)
        {
            callback(endpoint);
        }

        return builder;
    }

    /// <summary>Adds an HTTP endpoint.</summary>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, [EndpointName] string? name = null, string? env = null, bool? isProxied = null)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(port, targetPort, scheme: "http", name: name, env: env, isProxied: isProxied);

    /// <summary>Says that the HTTP endpoints are meant for the outside.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        foreach (var endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.UriScheme is "http" or "https"))
        {
            endpoint.IsExternal = true;
        }

        return builder;
    }

    /// <summary>Points to an endpoint.</summary>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, [EndpointName] string name)
        where T : IResourceWithEndpoints => builder.Resource.GetEndpoint(name);
}

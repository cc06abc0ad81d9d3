using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Gives a resource the connection string of another as <c>ConnectionStrings__{name}</c>, and its parts.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null, bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        var resource = source.Resource;
        var name = connectionName ?? resource.Name;
        return builder.WithEnvironment(context =>
        {
            context.EnvironmentVariables[resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{name}"] = new ConnectionStringReference(resource, optional);
            foreach (var (part, value) in resource.GetConnectionProperties())
            {
                context.EnvironmentVariables[$"{VariableName(name)}_{part.ToUpperInvariant()}"] = value;
            }
        });
    }

    /// <summary>Lets a resource find another by its name.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        builder.EndpointsOf(source.Resource).UseAllEndpoints = true;
        return builder;
    }

    /// <summary>Lets a resource find one endpoint of another by its name.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment
    {
        builder.EndpointsOf(endpointReference.Resource).EndpointNames.Add(endpointReference.EndpointName);
        return builder;
    }

    static EndpointReferenceAnnotation EndpointsOf<T>(this IResourceBuilder<T> builder, IResourceWithEndpoints source)
        where T : IResourceWithEnvironment
    {
        var wanted = builder.Resource.Annotations.OfType<EndpointReferenceAnnotation>().FirstOrDefault(annotation => annotation.Resource == source);
        if (wanted is null)
        {
            wanted = new EndpointReferenceAnnotation(source);
            builder.WithAnnotation(wanted).WithEnvironment(context => AddServiceDiscovery(wanted, context.EnvironmentVariables));
        }

        return wanted;
    }

    // Both forms that the real host writes: API_HTTP for anybody, services__api__http__0 for .NET service discovery.
    static void AddServiceDiscovery(EndpointReferenceAnnotation wanted, Dictionary<string, object> variables)
    {
        var name = wanted.Resource.Name;
        foreach (var endpoint in wanted.Resource.GetEndpoints().Where(endpoint => wanted.UseAllEndpoints || wanted.EndpointNames.Contains(endpoint.EndpointName)))
        {
            variables[$"{VariableName(name)}_{VariableName(endpoint.EndpointName)}"] = endpoint;
            var key = endpoint.EndpointName is "http" or "https" ? endpoint.Scheme : endpoint.EndpointName;
            var index = Enumerable.Range(0, int.MaxValue).First(i => !variables.ContainsKey($"services__{name}__{key}__{i}"));
            variables[$"services__{name}__{key}__{index}"] = endpoint;
        }
    }

    static string VariableName(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));
}

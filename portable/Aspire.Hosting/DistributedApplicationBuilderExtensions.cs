using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Finds resources that were added before.</summary>
public static class DistributedApplicationBuilderExtensions
{
    /// <summary>A builder for the resource of a name.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it is of another kind.</exception>
    public static IResourceBuilder<T> CreateResourceBuilder<T>(this IDistributedApplicationBuilder builder, string name)
        where T : IResource =>
        builder.Resources.TryGetByName(name, out var resource) && resource is T found
            ? builder.CreateResourceBuilder(found)
            : throw new InvalidOperationException($"There is no {typeof(T).Name} named '{name}'.");
}

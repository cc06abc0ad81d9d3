using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Starts a resource when another one is healthy and ready.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.WithWait(dependency.Resource, WaitType.WaitUntilHealthy, behavior: null);

    /// <summary>Starts a resource when another one is healthy and ready, and says what to do when that one ends.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, WaitBehavior waitBehavior)
        where T : IResourceWithWaitSupport => builder.WithWait(dependency.Resource, WaitType.WaitUntilHealthy, waitBehavior);

    /// <summary>Starts a resource when another one runs.</summary>
    public static IResourceBuilder<T> WaitForStart<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.WithWait(dependency.Resource, WaitType.WaitUntilStarted, behavior: null);

    /// <summary>Starts a resource when another one has ended well.</summary>
    public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport => builder.WithAnnotation(new WaitAnnotation(dependency.Resource, WaitType.WaitForCompletion, exitCode));

    static IResourceBuilder<T> WithWait<T>(this IResourceBuilder<T> builder, IResource dependency, WaitType waitType, WaitBehavior? behavior)
        where T : IResourceWithWaitSupport
    {
        if (ReferenceEquals(builder.Resource, dependency))
        {
            throw new DistributedApplicationException($"'{dependency.Name}' cannot wait for itself.");
        }

        // Who waits for a database waits for its server too.
        if (dependency is IResourceWithParent child)
        {
            builder.WithWait(child.Parent, waitType, behavior);
        }

        return builder.WithAnnotation(new WaitAnnotation(dependency, waitType) { WaitBehavior = behavior });
    }
}

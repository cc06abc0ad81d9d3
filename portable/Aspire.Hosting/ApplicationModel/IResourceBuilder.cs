namespace Aspire.Hosting.ApplicationModel;

/// <summary>Lets the AppHost's program say more about one resource.</summary>
/// <typeparam name="T">The kind of resource.</typeparam>
public interface IResourceBuilder<out T>
    where T : IResource
{
    /// <summary>The application that the resource belongs to.</summary>
    IDistributedApplicationBuilder ApplicationBuilder { get; }

    /// <summary>The resource itself.</summary>
    T Resource { get; }

    /// <summary>Adds a default annotation of the given type.</summary>
    IResourceBuilder<T> WithAnnotation<TAnnotation>(ResourceAnnotationMutationBehavior behavior = ResourceAnnotationMutationBehavior.Append)
        where TAnnotation : IResourceAnnotation, new() => WithAnnotation(new TAnnotation(), behavior);

    /// <summary>Adds an annotation.</summary>
    IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation, ResourceAnnotationMutationBehavior behavior = ResourceAnnotationMutationBehavior.Append)
        where TAnnotation : IResourceAnnotation;
}

using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

sealed class DistributedApplicationResourceBuilder<T>(IDistributedApplicationBuilder applicationBuilder, T resource) : IResourceBuilder<T>
    where T : IResource
{
    public IDistributedApplicationBuilder ApplicationBuilder { get; } = applicationBuilder;

    public T Resource { get; } = resource;

    public IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation, ResourceAnnotationMutationBehavior behavior = ResourceAnnotationMutationBehavior.Append)
        where TAnnotation : IResourceAnnotation
    {
        if (behavior == ResourceAnnotationMutationBehavior.Replace)
        {
            foreach (var earlier in Resource.Annotations.OfType<TAnnotation>().ToArray())
            {
                Resource.Annotations.Remove(earlier);
            }
        }

        Resource.Annotations.Add(annotation);
        return this;
    }
}

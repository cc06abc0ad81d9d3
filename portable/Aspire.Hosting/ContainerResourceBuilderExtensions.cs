using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds containers, which natively are the programs that their images are known for.</summary>
public static class ContainerResourceBuilderExtensions
{
    /// <summary>Adds a container of an image's newest version.</summary>
    public static IResourceBuilder<ContainerResource> AddContainer(this IDistributedApplicationBuilder builder, [ResourceName] string name, string image) =>
        builder.AddContainer(name, image, "latest");

    /// <summary>Adds a container of an image.</summary>
    public static IResourceBuilder<ContainerResource> AddContainer(this IDistributedApplicationBuilder builder, [ResourceName] string name, string image, string tag) =>
        builder.AddResource(new ContainerResource(name)).WithImage(image, tag);

    /// <summary>Says which image to use.</summary>
    public static IResourceBuilder<T> WithImage<T>(this IResourceBuilder<T> builder, string image, string? tag = null)
        where T : ContainerResource =>
        builder.WithAnnotation(new ContainerImageAnnotation { Image = image, Tag = tag ?? "latest" }, ResourceAnnotationMutationBehavior.Replace);

    /// <summary>Says which version of the image to use; natively the installed one is used.</summary>
    public static IResourceBuilder<T> WithImageTag<T>(this IResourceBuilder<T> builder, string tag)
        where T : ContainerResource
    {
        builder.Resource.Annotations.OfType<ContainerImageAnnotation>().Last().Tag = tag;
        return builder;
    }

    /// <summary>Says where the image is kept; natively it makes no difference.</summary>
    public static IResourceBuilder<T> WithImageRegistry<T>(this IResourceBuilder<T> builder, string? registry)
        where T : ContainerResource
    {
        builder.Resource.Annotations.OfType<ContainerImageAnnotation>().Last().Registry = registry;
        return builder;
    }

    /// <summary>Keeps what the container writes to a path in a named volume.</summary>
    public static IResourceBuilder<T> WithVolume<T>(this IResourceBuilder<T> builder, string? name, string target, bool isReadOnly = false)
        where T : ContainerResource =>
        builder.WithAnnotation(new ContainerMountAnnotation(name, target, ContainerMountType.Volume, isReadOnly));

    /// <summary>Passes words to the container runtime; natively there is none and they are ignored.</summary>
    public static IResourceBuilder<T> WithContainerRuntimeArgs<T>(this IResourceBuilder<T> builder, params string[] args)
        where T : ContainerResource => builder;
}

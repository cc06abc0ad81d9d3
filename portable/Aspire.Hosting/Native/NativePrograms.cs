using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>All programs that are known.</summary>
sealed class NativePrograms(IEnumerable<INativeProgram> programs)
{
    public INativeProgram For(IResource resource) => programs.FirstOrDefault(program => program.Runs(resource))
        ?? throw new DistributedApplicationException(
            resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image)
                ? $"The image '{image.Image}' of '{resource.Name}' is not known here. Without containers only postgres, redis and coturn/coturn can be run."
                : $"'{resource.Name}' is a {resource.GetType().Name}, which cannot be run here.");

    /// <summary>The name of a container's image without registry and organisation of official images: <c>library/redis</c> is <c>redis</c>.</summary>
    public static bool IsImage(IResource resource, string name) =>
        resource.TryGetLastAnnotation<ContainerImageAnnotation>(out var image)
        && (image.Image == name || image.Image == $"library/{name}" || image.Image == $"docker.io/{name}" || image.Image == $"docker.io/library/{name}");
}

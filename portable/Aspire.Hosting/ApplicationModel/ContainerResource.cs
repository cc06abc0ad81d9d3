namespace Aspire.Hosting.ApplicationModel;

/// <summary>A container; natively the program that its image is known for.</summary>
public class ContainerResource(string name, string? entrypoint = null)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>The program to start in the container; natively only the image decides.</summary>
    public string? Entrypoint { get; set; } = entrypoint;
}

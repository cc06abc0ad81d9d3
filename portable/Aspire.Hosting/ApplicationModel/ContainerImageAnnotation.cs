namespace Aspire.Hosting.ApplicationModel;

/// <summary>The image of a container.</summary>
public sealed class ContainerImageAnnotation : IResourceAnnotation
{
    /// <summary>Where it is kept.</summary>
    public string? Registry { get; set; }

    /// <summary>Its name.</summary>
    public required string Image { get; set; }

    /// <summary>Its version.</summary>
    public string? Tag { get; set; }
}

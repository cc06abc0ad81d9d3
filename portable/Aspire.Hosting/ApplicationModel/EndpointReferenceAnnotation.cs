namespace Aspire.Hosting.ApplicationModel;

/// <summary>Remembers which endpoints of another resource a resource wants to find.</summary>
public sealed class EndpointReferenceAnnotation(IResourceWithEndpoints resource) : IResourceAnnotation
{
    /// <summary>The resource to find.</summary>
    public IResourceWithEndpoints Resource { get; } = resource;

    /// <summary>Whether all its endpoints are wanted.</summary>
    public bool UseAllEndpoints { get; set; }

    /// <summary>The endpoints wanted by name.</summary>
    public ISet<string> EndpointNames { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}

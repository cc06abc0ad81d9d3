namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource and what is known of it now.</summary>
public class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>Tells its instances apart; natively there is one, and this is its name.</summary>
    public string ResourceId { get; } = resourceId;

    /// <summary>What is known of it.</summary>
    public CustomResourceSnapshot Snapshot { get; } = snapshot;
}

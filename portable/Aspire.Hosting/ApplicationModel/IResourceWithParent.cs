namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that lives inside another one, as a database does in its server.</summary>
public interface IResourceWithParent : IResource
{
    /// <summary>The resource around it.</summary>
    IResource Parent { get; }
}

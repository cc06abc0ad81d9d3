namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that lives inside another one of a known kind.</summary>
/// <typeparam name="T">The kind of the resource around it.</typeparam>
public interface IResourceWithParent<out T> : IResourceWithParent
    where T : IResource
{
    /// <summary>The resource around it.</summary>
    new T Parent { get; }

    /// <inheritdoc />
    IResource IResourceWithParent.Parent => Parent;
}

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The base of all resources.</summary>
public abstract class Resource : IResource
{
    /// <summary>Creates the resource under its name.</summary>
    protected Resource(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <inheritdoc />
    public virtual string Name { get; }

    /// <inheritdoc />
    public virtual ResourceAnnotationCollection Annotations { get; } = [];
}

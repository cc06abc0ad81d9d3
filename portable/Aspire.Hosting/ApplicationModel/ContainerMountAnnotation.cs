namespace Aspire.Hosting.ApplicationModel;

/// <summary>Data that outlives a container.</summary>
public sealed class ContainerMountAnnotation(string? source, string target, ContainerMountType type, bool isReadOnly) : IResourceAnnotation
{
    /// <summary>The volume or folder.</summary>
    public string? Source { get; } = source;

    /// <summary>Where the container sees it.</summary>
    public string Target { get; } = target;

    /// <summary>What it is.</summary>
    public ContainerMountType Type { get; } = type;

    /// <summary>Whether the container must not write.</summary>
    public bool IsReadOnly { get; } = isReadOnly;
}

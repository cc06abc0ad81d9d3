namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of the system that the AppHost describes.</summary>
public interface IResource
{
    /// <summary>The name by which the other resources and the people know it.</summary>
    string Name { get; }

    /// <summary>What has been said about it.</summary>
    ResourceAnnotationCollection Annotations { get; }
}

using System.Diagnostics.CodeAnalysis;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The resources of an application, each name once.</summary>
public interface IResourceCollection : IList<IResource>
{
    /// <summary>Finds a resource by its name.</summary>
    bool TryGetByName(string name, [NotNullWhen(true)] out IResource? resource)
    {
        resource = this.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase));
        return resource is not null;
    }
}

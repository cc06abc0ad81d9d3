using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What the build knows about a project; the build writes one class for each.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    /// <summary>The project file.</summary>
    string ProjectPath { get; }

    /// <summary>Whether the project is built before it is started; the stand-in never builds at start.</summary>
    bool SuppressBuild => false;
}

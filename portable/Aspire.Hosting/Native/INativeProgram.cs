using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>Knows how one kind of resource is started as a process.</summary>
interface INativeProgram
{
    /// <summary>Whether it knows this resource.</summary>
    bool Runs(IResource resource);

    /// <summary>Does what has to be done before the process can start, and says how to start it.</summary>
    Task<Launch> PrepareAsync(ResourceSettings settings, CancellationToken cancellationToken);
}

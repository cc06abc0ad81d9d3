namespace Aspire.Hosting.ApplicationModel;

/// <summary>Says that a resource starts after another one.</summary>
public sealed class WaitAnnotation(IResource resource, WaitType waitType, int exitCode = 0) : IResourceAnnotation
{
    /// <summary>The other one.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>What to wait for.</summary>
    public WaitType WaitType { get; } = waitType;

    /// <summary>What to do when the other one ends.</summary>
    public WaitBehavior? WaitBehavior { get; init; }

    /// <summary>The exit code that counts as completion.</summary>
    public int ExitCode { get; } = exitCode;
}

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What to start, and where.</summary>
public sealed class ExecutableAnnotation : IResourceAnnotation
{
    /// <summary>The program.</summary>
    public required string Command { get; set; }

    /// <summary>The folder to start it in.</summary>
    public required string WorkingDirectory { get; set; }
}

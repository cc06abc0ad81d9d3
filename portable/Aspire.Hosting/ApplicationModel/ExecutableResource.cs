namespace Aspire.Hosting.ApplicationModel;

/// <summary>A program of this machine.</summary>
public class ExecutableResource : Resource, IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>Creates the resource.</summary>
    public ExecutableResource(string name, string command, string workingDirectory)
        : base(name) => Annotations.Add(new ExecutableAnnotation { Command = command, WorkingDirectory = workingDirectory });

    /// <summary>The program.</summary>
    public string Command => Annotations.OfType<ExecutableAnnotation>().Last().Command;

    /// <summary>The folder to start it in.</summary>
    public string WorkingDirectory => Annotations.OfType<ExecutableAnnotation>().Last().WorkingDirectory;
}

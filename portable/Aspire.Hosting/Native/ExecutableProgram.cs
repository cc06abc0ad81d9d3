using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>Starts a program of this machine.</summary>
sealed class ExecutableProgram : INativeProgram
{
    public bool Runs(IResource resource) => resource is ExecutableResource;

    public async Task<Launch> PrepareAsync(ResourceSettings settings, CancellationToken cancellationToken)
    {
        var executable = (ExecutableResource)settings.Resource;
        if (executable.Command == "npm" && settings.Arguments is ["run", var script, ..])
        {
            var words = settings.Arguments.Skip(2).SkipWhile(word => word == "--");
            return await NpmScript.PrepareAsync(executable, script, [.. words], settings, cancellationToken);
        }

        var program = executable.Command.Contains('/', StringComparison.Ordinal) ? executable.Command : RepositoryFolders.Installed(executable.Command);
        return program is null
            ? throw new DistributedApplicationException($"'{executable.Command}', which '{executable.Name}' needs, is not installed.")
            : new Launch(program, settings.Arguments, executable.WorkingDirectory) { Environment = settings.Environment };
    }
}

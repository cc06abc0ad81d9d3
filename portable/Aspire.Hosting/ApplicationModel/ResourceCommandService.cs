using Aspire.Hosting.Native;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Carries out the commands of <see cref="KnownResourceCommands"/>.</summary>
public class ResourceCommandService
{
    readonly NativeOrchestrator _orchestrator;

    internal ResourceCommandService(NativeOrchestrator orchestrator) => _orchestrator = orchestrator;

    /// <summary>Carries out a command on the resource of a name.</summary>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        if (_orchestrator.Find(resourceId) is not { } run)
        {
            return new ExecuteCommandResult { Success = false, Message = $"There is no resource '{resourceId}'." };
        }

        try
        {
            await ExecuteAsync(run, commandName, cancellationToken).ConfigureAwait(false);
            return new ExecuteCommandResult { Success = true };
        }
        catch (DistributedApplicationException failure)
        {
            return new ExecuteCommandResult { Success = false, Message = failure.Message };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new ExecuteCommandResult { Success = false, Canceled = true };
        }
    }

    /// <summary>Carries out a command on a resource.</summary>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default) =>
        ExecuteCommandAsync(resource.Name, commandName, cancellationToken);

    static async Task ExecuteAsync(ResourceRun run, string commandName, CancellationToken cancellationToken)
    {
        if (commandName == KnownResourceCommands.StartCommand)
        {
            await run.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (commandName == KnownResourceCommands.StopCommand)
        {
            await run.StopAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (commandName == KnownResourceCommands.RestartCommand)
        {
            await run.StopAsync(cancellationToken).ConfigureAwait(false);
            await run.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            throw new DistributedApplicationException($"There is no command '{commandName}'.");
        }
    }
}

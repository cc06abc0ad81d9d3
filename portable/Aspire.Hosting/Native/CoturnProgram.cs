using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>
/// Starts the image <c>coturn/coturn</c> as the installed <c>turnserver</c>. A container listens and relays on the addresses
/// of its own network; the counterpart of that network is the loopback of this machine, in both address families.
/// </summary>
sealed class CoturnProgram : INativeProgram
{
    static readonly string[] OwnNetwork = ["--listening-ip=127.0.0.1", "--listening-ip=::1", "--relay-ip=127.0.0.1", "--relay-ip=::1"];

    public bool Runs(IResource resource) => NativePrograms.IsImage(resource, "coturn/coturn");

    public Task<Launch> PrepareAsync(ResourceSettings settings, CancellationToken cancellationToken)
    {
        var server = RepositoryFolders.Installed("turnserver")
            ?? throw new DistributedApplicationException("turnserver is not installed; ./run installs it (Debian and Ubuntu: apt-get install coturn).");
        var folder = ScratchFolders.Create(settings.Resource.Name);
        string[] ownFiles = [$"--userdb={folder}/turndb", $"--pidfile={folder}/turnserver.pid"];
        return Task.FromResult(new Launch(server, [.. settings.Arguments, .. OwnNetwork, .. ownFiles], folder) { TemporaryFolder = folder });
    }
}

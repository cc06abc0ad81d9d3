using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>
/// Starts the image <c>coturn/coturn</c> as the installed <c>turnserver</c>. A container listens and relays on the addresses
/// of its own network; the counterpart of that network is the loopback of this machine, in both address families.
/// </summary>
sealed class CoturnProgram : INativeProgram
{
    const string NoFile = "-n";
    static readonly string[] OwnNetwork = ["listening-ip=127.0.0.1", "listening-ip=::1", "relay-ip=127.0.0.1", "relay-ip=::1"];

    public bool Runs(IResource resource) => NativePrograms.IsImage(resource, "coturn/coturn");

    public async Task<Launch> PrepareAsync(ResourceSettings settings, CancellationToken cancellationToken)
    {
        var server = RepositoryFolders.Installed("turnserver")
            ?? throw new DistributedApplicationException("turnserver is not installed; ./run installs it (Debian and Ubuntu: apt-get install coturn).");
        var folder = ScratchFolders.Create(settings.Resource.Name);

        // A configuration file holds the same words as the command line, and hides them from the list of processes.
        var file = Path.Combine(folder, "turnserver.conf");
        var given = settings.Arguments.Where(argument => argument != NoFile).Select(argument => argument.TrimStart('-'));
        await PrivateFile.WriteAsync(file, string.Join('\n', [.. given, .. OwnNetwork, $"userdb={folder}/turndb", $"pidfile={folder}/turnserver.pid", string.Empty]), cancellationToken);
        return new Launch(server, ["-c", file], folder) { TemporaryFolder = folder };
    }
}

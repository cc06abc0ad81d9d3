using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>Starts the image <c>redis</c> as the installed <c>redis-server</c>, in memory only.</summary>
sealed class RedisProgram : INativeProgram
{
    public bool Runs(IResource resource) => NativePrograms.IsImage(resource, "redis");

    public Task<Launch> PrepareAsync(ResourceSettings settings, CancellationToken cancellationToken)
    {
        var server = RepositoryFolders.Installed("redis-server")
            ?? throw new DistributedApplicationException("redis-server is not installed; ./run installs it (Debian and Ubuntu: apt-get install redis-server).");
        var folder = ScratchFolders.Create(settings.Resource.Name);

        // The settings go in by standard input, where the password is not in the list of processes.
        var configuration = $"""
            bind 127.0.0.1 -::1
            port {settings.Port}
            dir {folder}
            save ""
            appendonly no

            """;
        if (settings.Environment.TryGetValue("REDIS_PASSWORD", out var password))
        {
            configuration += $"requirepass {password}\n";
        }

        return Task.FromResult(new Launch(server, ["-", .. settings.Arguments], folder) { StandardInput = configuration, TemporaryFolder = folder });
    }
}

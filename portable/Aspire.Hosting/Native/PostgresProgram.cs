using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Native;

/// <summary>Starts the image <c>postgres</c>: makes the data folder on the first run and keeps the password right on every run.</summary>
sealed class PostgresProgram(RepositoryFolders folders, ConsoleOutput console) : INativeProgram
{
    public bool Runs(IResource resource) => NativePrograms.IsImage(resource, "postgres");

    public async Task<Launch> PrepareAsync(ResourceSettings settings, CancellationToken cancellationToken)
    {
        var binaries = await PostgresBinaries.FindAsync(folders, cancellationToken);
        var scratch = settings.Volume is null ? ScratchFolders.Create(settings.Resource.Name) : null;
        var place = scratch ?? ServerFolders.ForData(folders.Volume(settings.Volume!));
        if (scratch is null && place != folders.Volume(settings.Volume!))
        {
            console.Say($"Postgres refuses to run as root, and no other user can enter {folders.Root}: its data is in {place}.");
        }

        var data = new PostgresData(binaries, place, settings.Environment.GetValueOrDefault("POSTGRES_USER", "postgres"));
        await data.WaitUntilFreeAsync(cancellationToken);
        await data.InitializeAsync(cancellationToken);
        if (await data.SetPasswordAsync(settings.Environment.GetValueOrDefault("POSTGRES_PASSWORD", string.Empty), cancellationToken) == PasswordChange.Replaced)
        {
            console.Say($"The kept data of '{settings.Resource.Name}' had another password: it now has the AppHost's current one.");
        }

        // Data that nobody keeps need not be safe from a power cut.
        string[] safety = scratch is null ? [] : ["-c", "fsync=off"];
        return new Launch(
            binaries.Server,
            ["-D", data.Folder, "-p", settings.Port, "-c", "listen_addresses=localhost", "-c", "unix_socket_directories=", .. safety, .. settings.Arguments],
            data.Folder)
        {
            UserOptions = ServerUser.Options,
            StopSignal = Signal.Interrupt,
            TemporaryFolder = scratch,
        };
    }
}

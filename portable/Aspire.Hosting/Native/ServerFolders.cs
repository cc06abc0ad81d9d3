namespace Aspire.Hosting.Native;

/// <summary>
/// Places for a server whose user cannot get into the repository, as when root cloned it under <c>/root</c>: the same path
/// again under <c>/var/lib/aspire-native</c>. Everywhere else the folders are used where they are.
/// </summary>
static class ServerFolders
{
    const string Elsewhere = "/var/lib/aspire-native";

    /// <summary>The folder itself, or its place elsewhere, to which the folder's name in the repository then points.</summary>
    public static string ForData(string folder)
    {
        if (ServerUser.CanEnter(folder))
        {
            return folder;
        }

        var place = Elsewhere + folder;
        Directory.CreateDirectory(place);
        if (!Path.Exists(folder))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            Directory.CreateSymbolicLink(folder, place);
        }

        return place;
    }

    /// <summary>The folder itself, or a copy of it elsewhere, made again when <paramref name="mark"/>, one of its files, changed.</summary>
    public static async Task<string> ForProgramsAsync(string folder, string mark, CancellationToken cancellationToken)
    {
        if (ServerUser.CanEnter(folder))
        {
            return folder;
        }

        var copy = Elsewhere + folder;
        if (File.GetLastWriteTimeUtc(Path.Combine(copy, mark)) != File.GetLastWriteTimeUtc(Path.Combine(folder, mark)))
        {
            if (Directory.Exists(copy))
            {
                Directory.Delete(copy, recursive: true);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await OneShot.RunAsync(new Launch("cp", ["--archive", folder, copy], "/"), cancellationToken);
        }

        return copy;
    }
}

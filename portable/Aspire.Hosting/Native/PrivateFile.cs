namespace Aspire.Hosting.Native;

/// <summary>Files that only this user may read.</summary>
static class PrivateFile
{
    /// <summary>Writes beside and moves over, so that a reader never sees half a file.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var draft = $"{path}.{Guid.NewGuid():n}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new StreamWriter(draft, options))
        {
            await file.WriteAsync(text.AsMemory(), cancellationToken);
        }

        File.Move(draft, path, overwrite: true);
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace SiteAccess.SystemTests.OpenChannel;

/// <summary>A client of docs/clients, run as the document says, in a folder of its own as a stranger would have it.</summary>
sealed class DocumentedClient : IAsyncDisposable
{
    readonly Process _process;
    readonly DirectoryInfo _folder;

    DocumentedClient(Process process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    /// <summary>What it has printed.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    public static DocumentedClient Start(string file, Uri tokenAddress, string bearer)
    {
        var folder = Directory.CreateTempSubdirectory("siteaccess-client-");
        File.Copy(Path.Combine(Repository.Root, "docs", "clients", file), Path.Combine(folder.FullName, file));
        string[] program = file.EndsWith(".cs", StringComparison.Ordinal) ? ["dotnet", "run", file] : ["node", file];
        var start = new ProcessStartInfo(program[0], [.. program[1..], tokenAddress.ToString(), bearer])
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var client = new DocumentedClient(Process.Start(start)!, folder);
        client._process.OutputDataReceived += (_, line) => client.Note(line.Data);
        client._process.ErrorDataReceived += (_, line) => client.Note(line.Data);
        client._process.BeginOutputReadLine();
        client._process.BeginErrorReadLine();
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    void Note(string? line)
    {
        if (!string.IsNullOrEmpty(line)) Lines.Enqueue(line);
    }
}

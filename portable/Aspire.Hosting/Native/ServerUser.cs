using System.Runtime.InteropServices;

namespace Aspire.Hosting.Native;

/// <summary>Who runs a server that refuses to be run by root: nobody, if we are root, else we ourselves.</summary>
static partial class ServerUser
{
    const int Nobody = 65534;

    /// <summary>The options of <c>setpriv</c> for a server that uses these files.</summary>
    public static string[] OptionsFor(params string[] files)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return [];
        }

        // A clone under /root cannot be entered by others: then the server keeps this one right of root.
        string[] asNobody = [$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"];
        return files.All(IsReachableForOthers) ? asNobody : [.. asNobody, "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
    }

    /// <summary>Makes a folder the server's own.</summary>
    public static void Give(string folder)
    {
        if (Environment.IsPrivilegedProcess && ChangeOwner(folder, Nobody, Nobody) != 0)
        {
            throw new DistributedApplicationException($"{folder} cannot be given to the user that runs the server: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    static bool IsReachableForOthers(string file)
    {
        for (var folder = Directory.GetParent(file); folder is not null; folder = folder.Parent)
        {
            if (OperatingSystem.IsLinux() && folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, int user, int group);
}

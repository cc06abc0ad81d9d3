using System.Runtime.InteropServices;

namespace Aspire.Hosting.Native;

/// <summary>Who runs a server that refuses to be run by root: nobody, if we are root, else we ourselves.</summary>
static partial class ServerUser
{
    const int Nobody = 65534;

    /// <summary>The options of <c>setpriv</c> for such a server.</summary>
    public static string[] Options => Environment.IsPrivilegedProcess ? [$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"] : [];

    /// <summary>Makes a folder the server's own.</summary>
    public static void Give(string folder)
    {
        if (Environment.IsPrivilegedProcess && ChangeOwner(folder, Nobody, Nobody) != 0)
        {
            throw new DistributedApplicationException($"{folder} cannot be given to the user that runs the server: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    /// <summary>Whether the server's user can get into a folder: not under <c>/root</c>, for one.</summary>
    public static bool CanEnter(string folder)
    {
        for (var parent = new DirectoryInfo(folder).Parent; Environment.IsPrivilegedProcess && parent is not null; parent = parent.Parent)
        {
            if (OperatingSystem.IsLinux() && parent.Exists && !parent.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, int user, int group);
}

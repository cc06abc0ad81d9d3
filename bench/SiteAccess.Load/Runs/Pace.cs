using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SiteAccess.Load.Runs;

/// <summary>Waits to within some 50 µs without turning in circles; the framework's own sleep knows milliseconds only.</summary>
static class Pace
{
    public static void WaitUntil(long timestamp)
    {
        while (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), timestamp) is var left && left.Ticks > 0)
        {
            _ = Sleep((uint)Math.Clamp(left.TotalMicroseconds, 1, 500_000));
        }
    }

    [DllImport("libc", EntryPoint = "usleep", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Sleep(uint microseconds);
}

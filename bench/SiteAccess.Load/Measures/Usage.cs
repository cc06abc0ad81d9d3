using System.Globalization;
using System.Runtime.InteropServices;

namespace SiteAccess.Load.Measures;

/// <summary>What a process has used: CPU seconds since its start, and memory now.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Usage(double CpuSeconds, double RssMegabytes)
{
    const double TicksPerSecond = 100;

    /// <summary>The processes to watch: each with the name under which it is reported, and all its children.</summary>
    public static Dictionary<string, Usage> Of(IReadOnlyDictionary<string, int> processes)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) ? process : 0)
            .Where(process => process > 0)
            .Select(process => (Process: process, Stat: StatOf(process)))
            .Where(found => found.Stat.Length > 0)
            .ToLookup(found => int.Parse(found.Stat[1], CultureInfo.InvariantCulture), found => found.Process);
        return processes.ToDictionary(process => process.Key, process => Sum(process.Value, children));
    }

    static Usage Sum(int process, ILookup<int, int> children)
    {
        var own = Own(process);
        foreach (var child in children[process].Select(child => Sum(child, children)))
        {
            own = new Usage(own.CpuSeconds + child.CpuSeconds, own.RssMegabytes + child.RssMegabytes);
        }

        return own;
    }

    static Usage Own(int process)
    {
        // Ended children count with their parent (cutime, cstime), as Postgres's do.
        var stat = StatOf(process);
        return stat.Length == 0
            ? default
            : new Usage(stat[11..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond, RssOf(stat));
    }

    static double RssOf(string[] stat) => long.Parse(stat[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize / (1024.0 * 1024.0);

    // Fields of /proc/PID/stat from the third on: the second is a name that may hold anything.
    static string[] StatOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}

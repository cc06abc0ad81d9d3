using System.Globalization;
using System.Text.RegularExpressions;

namespace SiteAccess.Load.Idle;

/// <summary>Memory that the kernel holds for sockets: buffers in flight (/proc/net/sockstat) and its own objects (Slab).</summary>
static partial class KernelMemory
{
    public static double Kibibytes()
    {
        var pages = Number(TcpPages().Match(File.ReadAllText("/proc/net/sockstat")));
        var slab = Number(Slab().Match(File.ReadAllText("/proc/meminfo")));
        return (pages * Environment.SystemPageSize / 1024) + slab;
    }

    static double Number(Match match) => double.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^TCP:.* mem (?<number>\d+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TcpPages();

    [GeneratedRegex(@"^Slab:\s+(?<number>\d+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slab();
}

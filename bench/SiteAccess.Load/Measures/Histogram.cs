using System.Numerics;

namespace SiteAccess.Load.Measures;

/// <summary>Counts durations in buckets of at most 1.6 % width, from a microsecond to hours, like an HDR histogram.</summary>
sealed class Histogram
{
    const int Bits = 6;
    const int Fine = 1 << Bits;

    readonly long[] _counts = new long[Fine * 40];
    long _longest;

    public long Count { get; private set; }

    public double MaxMilliseconds => _longest / 1000.0;

    /// <summary>Adds a duration in nanoseconds.</summary>
    public void Add(long nanoseconds)
    {
        var microseconds = Math.Max(0, nanoseconds / 1000);
        _counts[IndexOf(microseconds)]++;
        Count++;
        _longest = Math.Max(_longest, microseconds);
    }

    /// <summary>The duration that a share of all did not exceed.</summary>
    public double Milliseconds(double share)
    {
        var wanted = (long)Math.Ceiling(Count * share);
        var seen = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen >= wanted && seen > 0)
            {
                return Math.Min(HighestIn(i), _longest) / 1000.0;
            }
        }

        return 0;
    }

    static int IndexOf(long value)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)value | 1) - Bits);
        return (shift * Fine) + (int)(value >> shift);
    }

    static long HighestIn(int index)
    {
        var shift = index < 2 * Fine ? 0 : (index / Fine) - 1;
        return ((long)(index - (shift * Fine) + 1) << shift) - 1;
    }
}

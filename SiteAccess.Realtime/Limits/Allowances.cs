using System.Collections.Concurrent;

namespace SiteAccess.Realtime.Limits;

/// <summary>
/// An allowance for each of many, with bursts of a minute's worth. Those that are whole again are forgotten when the table has
/// doubled, so it holds little more than those who are active.
/// </summary>
sealed class Allowances<TKey>(int perMinute, TimeProvider clock)
    where TKey : notnull
{
    const int Few = 1024;

    readonly ConcurrentDictionary<TKey, Allowance> _all = [];
    readonly double _perMinute = Math.Max(1, perMinute);
    int _tidyAt = Few;

    public int Count => _all.Count;

    /// <returns>Zero: one more is allowed. Otherwise the time after which it will be.</returns>
    public TimeSpan TryTake(TKey key)
    {
        if (!_all.TryGetValue(key, out var allowance))
        {
            Tidy();
            allowance = _all.GetOrAdd(key, _ => new Allowance(_perMinute, _perMinute / 60, clock));
        }

        return allowance.TryTake();
    }

    void Tidy()
    {
        if (_all.Count < Volatile.Read(ref _tidyAt))
        {
            return;
        }

        foreach (var (key, allowance) in _all)
        {
            if (allowance.IsWhole)
            {
                _all.TryRemove(key, out _);
            }
        }

        Volatile.Write(ref _tidyAt, Math.Max(Few, _all.Count * 2));
    }
}

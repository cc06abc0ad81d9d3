namespace SiteAccess.Realtime.Limits;

/// <summary>A token bucket: so many at once, so many a second in the long run.</summary>
sealed class Allowance(double burst, double perSecond, TimeProvider clock)
{
    readonly Lock _gate = new();
    double _spent;
    long _since = clock.GetTimestamp();

    /// <summary>Whether nothing is spent: it is as good as a new one.</summary>
    public bool IsWhole
    {
        get
        {
            lock (_gate)
            {
                return _spent <= clock.GetElapsedTime(_since).TotalSeconds * perSecond;
            }
        }
    }

    /// <returns>Whether one more is allowed.</returns>
    public bool Take() => TryTake() == TimeSpan.Zero;

    /// <returns>Zero: one more is allowed. Otherwise the time after which it will be.</returns>
    public TimeSpan TryTake()
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            _spent = Math.Max(0, _spent - (clock.GetElapsedTime(_since, now).TotalSeconds * perSecond));
            _since = now;
            if (_spent + 1 > burst)
            {
                return TimeSpan.FromSeconds((_spent + 1 - burst) / perSecond);
            }

            _spent++;
            return TimeSpan.Zero;
        }
    }
}

namespace SiteAccess.Realtime.Typing;

/// <summary>A token bucket: so many at once, so many a second in the long run.</summary>
sealed class Allowance(double burst, double perSecond, TimeProvider clock)
{
    readonly Lock _gate = new();
    double _spent;
    long _since = clock.GetTimestamp();

    /// <returns>Whether one more is allowed.</returns>
    public bool Take()
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            _spent = Math.Max(0, _spent - (clock.GetElapsedTime(_since, now).TotalSeconds * perSecond));
            _since = now;
            if (_spent + 1 > burst)
            {
                return false;
            }

            _spent++;
            return true;
        }
    }
}

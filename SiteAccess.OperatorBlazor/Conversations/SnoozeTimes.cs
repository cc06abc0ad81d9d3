namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>A moment to which a conversation may be put off.</summary>
public enum SnoozeChoice
{
    /// <summary>In an hour.</summary>
    Hour,

    /// <summary>Today at 18:00, while that is more than an hour away.</summary>
    Evening,

    /// <summary>Tomorrow at 9:00.</summary>
    Tomorrow,

    /// <summary>Next Monday at 9:00.</summary>
    Monday,
}

/// <summary>When conversations come back, by the operator's clock.</summary>
public static class SnoozeTimes
{
    static readonly TimeSpan Morning = TimeSpan.FromHours(9);
    static readonly TimeSpan Evening = TimeSpan.FromHours(18);

    /// <summary>The choices that make sense now, each with its time, UTC.</summary>
    public static IReadOnlyList<(SnoozeChoice Choice, DateTimeOffset Until)> At(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var inAnHour = now.AddHours(1);
        var choices = new List<(SnoozeChoice, DateTimeOffset)> { (SnoozeChoice.Hour, inAnHour.ToUniversalTime()) };
        if (Utc(today + Evening, zone) is var evening && evening > inAnHour) choices.Add((SnoozeChoice.Evening, evening));
        choices.Add((SnoozeChoice.Tomorrow, Utc(today.AddDays(1) + Morning, zone)));

        // On a Sunday tomorrow is Monday already.
        var days = ((int)DayOfWeek.Monday - (int)today.DayOfWeek + 7) % 7;
        if (days != 1) choices.Add((SnoozeChoice.Monday, Utc(today.AddDays(days == 0 ? 7 : days) + Morning, zone)));
        return choices;
    }

    /// <summary>The moment of a wall clock in a zone. A time that a change of the clocks leaves out is taken an hour later.</summary>
    public static DateTimeOffset Utc(DateTime wall, TimeZoneInfo zone)
    {
        wall = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(wall)) wall = wall.AddHours(1);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}

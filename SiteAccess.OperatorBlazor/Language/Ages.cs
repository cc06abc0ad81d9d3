using System.Globalization;
using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Language;

/// <summary>Times as people say them, in the operator's own time zone.</summary>
public static class Ages
{
    /// <summary>How long ago, as short as it goes: "now", "2m", "3h", "2d", then the date.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone) => (now - at) switch
    {
        { TotalMinutes: < 1 } => Say("now", "сейчас"),
        { TotalHours: < 1 } age => Say($"{(int)age.TotalMinutes}m", $"{(int)age.TotalMinutes} мин"),
        { TotalDays: < 1 } age => Say($"{(int)age.TotalHours}h", $"{(int)age.TotalHours} ч"),
        { TotalDays: < 7 } age => Say($"{(int)age.TotalDays}d", $"{(int)age.TotalDays} д"),
        _ => TimeZoneInfo.ConvertTime(at, zone).ToString(Say("d MMM", "d MMM"), CultureInfo.CurrentUICulture),
    };

    /// <summary>The time of day: "14:05".</summary>
    public static string Time(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day as a heading: "Today", "Yesterday", "Friday, 20 November", with the year when it is another.</summary>
    public static string Day(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => Say("Today", "Сегодня"),
        1 => Say("Yesterday", "Вчера"),
        _ when day.Year == today.Year => Capital(day.ToString("dddd, d MMMM", CultureInfo.CurrentUICulture)),
        _ => day.ToString(Say("d MMMM yyyy", "d MMMM yyyy 'г.'"), CultureInfo.CurrentUICulture),
    };

    /// <summary>A moment within a sentence: "today, 14:05", "yesterday, 14:05", else day and time in full.</summary>
    public static string Moment(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone) =>
        (DayOf(now, zone).DayNumber - DayOf(at, zone).DayNumber) switch
        {
            0 => Say("today, ", "сегодня, ") + Time(at, zone),
            1 => Say("yesterday, ", "вчера, ") + Time(at, zone),
            _ => Full(at, zone),
        };

    /// <summary>Day and time in full, for tooltips and the visitor panel.</summary>
    public static string Full(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.CurrentUICulture);

    /// <summary>The day that a moment falls on in a zone.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>The text as a sentence begins.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.CurrentUICulture) + text[1..];
}

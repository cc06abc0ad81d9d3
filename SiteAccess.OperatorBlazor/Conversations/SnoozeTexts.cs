using SiteAccess.OperatorBlazor.Language;
using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>The words of putting off.</summary>
static class SnoozeTexts
{
    public static string Snooze => Say("Snooze", "Отложить");
    public static string Wake => Say("Bring back now", "Вернуть сейчас");
    public static string UntilWritten => Say("Until the visitor writes", "Пока посетитель не напишет");
    public static string LeavePending => Say("Waits for the visitor", "Ждём посетителя");
    public static string OwnTime => Say("Until a time of your own", "До своего времени");
    public static string IsPast => Say("This time has passed.", "Это время уже прошло.");
    public static string WasSnoozedUntilWritten => Say("Snoozed until the visitor writes", "Отложено, пока посетитель не напишет");
    public static string WasWoken => Say("Conversation is open again", "Беседа снова открыта");
    public static string IsPending => Say("Conversation waits for the visitor", "Беседа ждёт посетителя");

    public static string Name(SnoozeChoice choice) => choice switch
    {
        SnoozeChoice.Hour => Say("For an hour", "На час"),
        SnoozeChoice.Evening => Say("Until this evening", "До вечера"),
        SnoozeChoice.Tomorrow => Say("Until tomorrow", "До завтра"),
        _ => Say("Until Monday", "До понедельника"),
    };

    /// <summary>The time of day, with the day of the week when it is another day.</summary>
    public static string Clock(DateTimeOffset until, DateTimeOffset now, TimeZoneInfo zone)
    {
        var time = Ages.Time(until, zone);
        return Ages.DayOf(until, zone) == Ages.DayOf(now, zone)
            ? time
            : $"{TimeZoneInfo.ConvertTime(until, zone).ToString("ddd", System.Globalization.CultureInfo.CurrentUICulture)}, {time}";
    }

    public static string WasSnoozed(string moment) => Say($"Snoozed until {moment}", $"Отложено: {moment}");
    public static string IsSnoozed(string moment) => Say($"until {moment}", $"до: {moment}");
}

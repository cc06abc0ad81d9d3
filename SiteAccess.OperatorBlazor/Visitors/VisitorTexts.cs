using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Visitors;

/// <summary>The words of the visitor panel.</summary>
static class VisitorTexts
{
    public static string Title => Say("Visitor", "Посетитель");
    public static string Online => Say("On the site now", "Сейчас на сайте");
    public static string LastSeen(string at) => Say($"Last seen {at}", $"Последний визит: {at}");
    public static string NoEmail => Say("No e-mail yet", "Почта не указана");
    public static string Page => Say("Page", "Страница");
    public static string CameFrom => Say("Came from", "Источник");
    public static string Browser => Say("Browser", "Браузер");
    public static string LanguageName => Say("Language", "Язык");
    public static string LocalTime => Say("Local time", "Местное время");
    public static string FirstSeen => Say("First seen", "Впервые");
    public static string Past => Say("Earlier conversations", "Прошлые беседы");
    public static string NoPast => Say("This is their first conversation.", "Это первая беседа.");
    public static string Unknown => Say("Not known", "Неизвестно");
}

using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Search;

/// <summary>The words of the search.</summary>
static class SearchTexts
{
    public static string Name => Say("Search messages and visitors", "Поиск по сообщениям и посетителям");
    public static string Hint => Say("Search…", "Поиск…");
    public static string Clear => Say("Clear the search", "Очистить поиск");
    public static string Visitors => Say("Visitors", "Посетители");
    public static string Messages => Say("Messages", "Сообщения");
    public static string Note => Say("Note", "Заметка");
    public static string Nothing => Say("Nothing found", "Ничего не найдено");
    public static string NothingLead => Say(
        "Try another form of the word, or the beginning of a name or an address.",
        "Попробуйте другое слово, начало имени или адреса.");

    public static string Found(int visitors, int messages, bool hasMore)
    {
        if (visitors + messages == 0) return Nothing;
        var people = Count(visitors, ("visitor", "visitors"), ("посетитель", "посетителя", "посетителей"));
        var words = Count(messages, ("message", "messages"), ("сообщение", "сообщения", "сообщений"));
        return Say($"Found: {people}, {words}", $"Найдено: {people}, {words}") + (hasMore ? Say(" or more", " или больше") : "");
    }
}

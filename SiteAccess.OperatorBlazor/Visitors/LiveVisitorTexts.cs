using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Visitors;

/// <summary>The words of the page of those who are on the site.</summary>
static class LiveVisitorTexts
{
    public static string Title => Say("Visitors", "Посетители");
    public static string Nobody => Say(
        "Nobody with the chat open is on the site. Who comes appears here by themselves.",
        "На сайте нет никого с открытым чатом. Кто придёт, появится здесь сам.");
    public static string Start => Say("Start a conversation", "Начать беседу");
    public static string Since(string age) => Say($"here {age}", $"на сайте {age}");
    public static string Open(string? name) => name is null ? Say("Open conversation", "Открыть беседу") : Say($"With {name}", $"Отвечает {name}");

    public static string Count(int count) => Language.Texts.Count(
        count, ("visitor is on the site", "visitors are on the site"), ("посетитель на сайте", "посетителя на сайте", "посетителей на сайте"));
}

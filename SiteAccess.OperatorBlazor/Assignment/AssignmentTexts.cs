using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Assignment;

/// <summary>The words about who gets which conversation.</summary>
static class AssignmentTexts
{
    public static string Assign => Say("Assign", "Назначить");
    public static string Search => Say("Find a person or a team", "Найти человека или команду");
    public static string People => Say("People", "Люди");
    public static string Teams => Say("Teams", "Команды");
    public static string Nothing => Say("Nobody of this name", "Никого с таким именем");
    public static string Title => Say("Automatic assignment", "Автоматическое назначение");
    public static string Lead => Say(
        "A new conversation goes to the online operator with the fewest open ones.",
        "Новая беседа достаётся тому оператору на месте, у кого меньше всего открытых.");
    public static string By => Say("Assign by itself", "Назначать автоматически");
    public static string Limit => Say("At most per operator", "Не больше на оператора");
    public static string Saved => Say("Saved", "Сохранено");
    public static string Open(int count) => Count(count, ("open conversation", "open conversations"), ("открытая беседа", "открытые беседы", "открытых бесед"));
    public static string Available(int count, int of) => Say($"{count} of {of} online", $"на месте {count} из {of}");
    public static string Team(string name) => Say($"Team: {name}", $"Команда: {name}");
}

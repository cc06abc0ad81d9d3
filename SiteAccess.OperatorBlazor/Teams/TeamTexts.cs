using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Teams;

/// <summary>The words about teams.</summary>
static class TeamTexts
{
    public static string Title => Say("Teams", "Команды");
    public static string Lead => Say(
        "A conversation can be given to a team; one of its members then takes it.",
        "Беседу можно передать команде, и её возьмёт кто-то из участников.");
    public static string None => Say("No teams yet. Make one for each kind of question.", "Команд пока нет. Создайте по одной на каждый вид вопросов.");
    public static string Add => Say("New team", "Новая команда");
    public static string Name => Say("Name", "Название");
    public static string Members => Say("Members", "Участники");
    public static string NoMembers => Say("Nobody is in it", "В ней никого нет");
    public static string Save => Say("Save", "Сохранить");
    public static string Cancel => Say("Cancel", "Отмена");
    public static string Remove => Say("Dissolve", "Распустить");
    public static string Confirm(string name) => Say(
        $"Dissolve “{name}”? Its conversations stay with whoever has them.",
        $"Распустить «{name}»? Беседы останутся у тех, кто их ведёт.");
    public static string Edit(string name) => Say($"Change {name}", $"Изменить: {name}");
    public static string MemberCount(int count) => Count(count, ("member", "members"), ("участник", "участника", "участников"));
}

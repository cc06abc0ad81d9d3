using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Visitors;

/// <summary>The words for what operators do about a visitor.</summary>
static class VisitorPeopleTexts
{
    public static string Edit => Say("Edit", "Изменить");
    public static string EditWho => Say("Edit name and e-mail", "Изменить имя и почту");
    public static string Name => Say("Name", "Имя");
    public static string Email => Say("E-mail", "Почта");
    public static string Save => Say("Save", "Сохранить");
    public static string Cancel => Say("Cancel", "Отмена");
    public static string Attributes => Say("Attributes", "Атрибуты");
    public static string NoAttributes => Say("Nothing noted yet.", "Пока ничего не записано.");
    public static string AddAttribute => Say("Add", "Добавить");
    public static string AttributeName => Say("Attribute", "Атрибут");
    public static string AttributeValue => Say("Value", "Значение");
    public static string Pages => Say("Pages of this visit", "Страницы этого визита");
    public static string Blocked => Say("Blocked", "Заблокирован");
    public static string BlockedList => Say("Blocked visitors", "Заблокированные посетители");
    public static string NobodyBlocked => Say("Nobody is blocked.", "Никто не заблокирован.");
    public static string Block => Say("Block", "Заблокировать");
    public static string Unblock => Say("Unblock", "Разблокировать");
    public static string WasBlocked => Say("Visitor blocked", "Посетитель заблокирован");
    public static string Undo => Say("Undo", "Отменить");
    public static string Merge => Say("Merge duplicates", "Объединить дубли");
    public static string MergeLead => Say(
        "Choose the visitor who is the same person. Their conversations come here.",
        "Выберите посетителя, который на самом деле тот же человек. Его беседы перейдут сюда.");
    public static string FindDuplicate => Say("Begin of a name or e-mail", "Начало имени или почты");
    public static string NoMatch => Say("Nobody found", "Никого не найдено");
    public static string DoMerge => Say("Merge", "Объединить");
    public static string WasMerged => Say("Merged", "Объединены");
    public static string ToBlocked => Say("All blocked visitors", "Все заблокированные");
    public static string More => Say("Show more", "Показать ещё");
    public static string RemoveAttribute(string name) => Say($"Remove {name}", $"Удалить: {name}");
    public static string Confirm(string name) => Say($"{name} will be one with this visitor. This cannot be undone.", $"{name} и этот посетитель станут одним. Отменить это нельзя.");
    public static string Conversations(int count) => Count(count, ("conversation", "conversations"), ("беседа", "беседы", "бесед"));
    public static string BlockedBy(string? name, string at) => name is null ? at : Say($"{at} by {name}", $"{at}, {name}");
}

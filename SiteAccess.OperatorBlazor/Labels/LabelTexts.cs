using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Labels;
using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Labels;

/// <summary>The words of labels and priorities.</summary>
static class LabelTexts
{
    public static string Labels => Say("Labels", "Метки");
    public static string NoLabels => Say("There are no labels yet. Make the first one:", "Меток пока нет. Создайте первую:");
    public static string New => Say("New label", "Новая метка");
    public static string Name => Say("Name of the label", "Название метки");
    public static string Color => Say("Colour", "Цвет");
    public static string Change => Say("Change the label for everybody", "Изменить метку для всех");
    public static string ChangeLabel(string name) => Say($"Change {name}", $"Изменить метку {name}");
    public static string Save => Say("Save", "Сохранить");
    public static string Delete => Say("Delete", "Удалить");
    public static string ReallyDelete => Say("Delete for everybody", "Удалить у всех");
    public static string Cancel => Say("Cancel", "Отмена");
    public static string Add => Say("Add", "Добавить");
    public static string AddLabel => Say("Add a label", "Добавить метку");
    public static string Remove(string name) => Say($"Remove {name}", $"Убрать метку {name}");
    public static string Priority => Say("Priority", "Важность");

    public static string WasAdded(string name) => Say($"Label “{name}” added", $"Метка «{name}» добавлена");
    public static string WasRemoved(string name) => Say($"Label “{name}” removed", $"Метка «{name}» убрана");
    public static string PriorityOf(ConversationPriority priority) => Say($"Priority: {PriorityName(priority).ToLowerInvariant()}", $"Важность: {PriorityName(priority).ToLower(System.Globalization.CultureInfo.CurrentUICulture)}");

    public static string PriorityName(ConversationPriority priority) => priority switch
    {
        ConversationPriority.Low => Say("Low", "Низкая"),
        ConversationPriority.Medium => Say("Medium", "Средняя"),
        ConversationPriority.High => Say("High", "Высокая"),
        ConversationPriority.Urgent => Say("Urgent", "Срочно"),
        _ => Say("None", "Не задана"),
    };

    public static string ColorName(LabelColor color) => color switch
    {
        LabelColor.Grey => Say("Grey", "Серый"),
        LabelColor.Red => Say("Red", "Красный"),
        LabelColor.Orange => Say("Orange", "Оранжевый"),
        LabelColor.Yellow => Say("Yellow", "Жёлтый"),
        LabelColor.Green => Say("Green", "Зелёный"),
        LabelColor.Teal => Say("Teal", "Бирюзовый"),
        LabelColor.Blue => Say("Blue", "Синий"),
        _ => Say("Violet", "Фиолетовый"),
    };
}

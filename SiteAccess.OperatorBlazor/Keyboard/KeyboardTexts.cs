using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Keyboard;

/// <summary>The words of the shortcuts and of the palette.</summary>
static class KeyboardTexts
{
    public static string Sheet => Say("Keyboard shortcuts", "Сочетания клавиш");
    public static string SheetLead => Say(
        "Single keys work wherever you are not writing, on any keyboard layout.",
        "Отдельные клавиши работают везде, где вы не вводите текст, при любой раскладке.");
    public static string Palette => Say("Go to or do…", "Перейти или выполнить…");
    public static string PaletteHint => Say("A command, a page or a visitor's name", "Команда, страница или имя посетителя");
    public static string Found => Say("What was found", "Что нашлось");
    public static string Nothing => Say("Nothing like that here", "Ничего похожего не нашлось");
    public static string Actions => Say("Commands", "Команды");
    public static string Pages => Say("Pages", "Страницы");
    public static string Conversations => Say("Conversations", "Беседы");

    public static string GroupName(ShortcutGroup group) => group switch
    {
        ShortcutGroup.Moving => Say("Getting about", "Перемещение"),
        ShortcutGroup.Conversation => Say("The open conversation", "Открытая беседа"),
        _ => Say("Writing", "Ответ"),
    };

    /// <summary>What a shortcut does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shortcut.</exception>
    public static string Does(string name) => name switch
    {
        "next" => Say("Open the next conversation", "Открыть следующую беседу"),
        "previous" => Say("Open the previous conversation", "Открыть предыдущую беседу"),
        "row-down" => Say("Down in the list; Enter opens", "Вниз по списку; Enter открывает"),
        "row-up" => Say("Up in the list; Enter opens", "Вверх по списку; Enter открывает"),
        "search" => Say("Search", "Поиск"),
        "palette" => Palette,
        "sheet" => Say("This list", "Этот список"),
        "close" => Say("Close what is open; from the field back to the list", "Закрыть открытое; из поля назад к списку"),
        "resolve" => Say("Resolve, or open again", "Завершить или открыть снова"),
        "snooze" => Say("Snooze", "Отложить"),
        "assign" => Say("Assign", "Назначить"),
        "reply" => Say("Write a reply", "Написать ответ"),
        "note" => Say("Write a private note", "Написать заметку для своих"),
        "canned" => Say("Canned responses; / in the field", "Готовые ответы; / в поле"),
        "send" => Say("Send", "Отправить"),
        "line" => Say("Start a new line", "Перейти на новую строку"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such shortcut."),
    };
}

using SiteAccess.Contracts.CannedResponses;
using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.CannedResponses;

/// <summary>The words of the page of canned responses.</summary>
static class CannedTexts
{
    public static string Title => Say("Canned responses", "Готовые ответы");
    public static string Lead => Say(
        "In a conversation, / and the shortcut bring the text into the field.",
        "В беседе / и сокращение подставляют текст в поле ответа.");
    public static string Shortcut => Say("Shortcut", "Сокращение");
    public static string ShortcutHint => Say("Letters, digits, - and _", "Буквы, цифры, - и _");
    public static string Body => Say("Text", "Текст");
    public static string BodyHint => Say(
        $"{CannedResponseRules.VisitorName} and {CannedResponseRules.OperatorName} are filled in.",
        $"{CannedResponseRules.VisitorName} и {CannedResponseRules.OperatorName} подставятся сами.");
    public static string Channel => Say("Channel", "Канал");
    public static string AllChannels => Say("All channels", "Все каналы");
    public static string Add => Say("Add a response", "Добавить ответ");
    public static string Save => Say("Save", "Сохранить");
    public static string Cancel => Say("Cancel", "Отменить");
    public static string Edit => Say("Edit", "Изменить");
    public static string Delete => Say("Delete", "Удалить");
    public static string Deleted => Say("Response deleted", "Ответ удалён");
    public static string Undo => Say("Undo", "Отменить");
    public static string Empty => Say("The answers that you give again and again can be kept here.", "Здесь можно хранить ответы, которые приходится писать снова и снова.");
    public static string EmptyForReaders => Say("A supervisor can add responses here.", "Добавить ответы сюда может старший оператор.");
    public static string EditOf(string shortcut) => Say($"Edit /{shortcut}", $"Изменить /{shortcut}");
    public static string DeleteOf(string shortcut) => Say($"Delete /{shortcut}", $"Удалить /{shortcut}");
}

using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>The words of a thread.</summary>
static class ThreadTexts
{
    public static string Messages => Say("Messages", "Сообщения");
    public static string Sending => Say("Sending", "Отправляется");
    public static string Sent => Say("Sent", "Отправлено");
    public static string Seen => Say("Seen", "Прочитано");
    public static string NotSent => Say("Not sent", "Не отправлено");
    public static string Retry => Say("Retry", "Повторить");
    public static string Discard => Say("Delete", "Удалить");
    public static string Resolve => Say("Resolve", "Завершить");
    public static string Reopen => Say("Reopen", "Открыть снова");
    public static string Undo => Say("Undo", "Отменить");
    public static string WasResolved => Say("Conversation resolved", "Беседа завершена");
    public static string WasTaken => Say("Assigned to you", "Беседа за вами");
    public static string WasGivenBack => Say("Nobody has this conversation now", "Беседа возвращена в общие");
    public static string AssignToMe => Say("Assign to me", "Взять себе");
    public static string Unassign => Say("Give back", "Вернуть в общие");
    public static string Assignee => Say("Who answers", "Кто отвечает");
    public static string Back => Say("Back to the conversations", "Назад к беседам");
    public static string BackToThread => Say("Back to the conversation", "Назад к беседе");
    public static string TogglePanel => Say("Visitor panel", "Панель посетителя");
    public static string Send => Say("Send", "Отправить");
    public static string Hint => Say("Enter sends, Shift+Enter starts a new line", "Enter отправляет, Shift+Enter переносит строку");
    public static string LoadingOlder => Say("Fetching older messages", "Загружаем более ранние сообщения");
    public static string Beginning => Say("The conversation began here", "Начало беседы");
    public static string LoadFailed => Say("This conversation could not be shown", "Не удалось показать беседу");

    public static string WriteTo(string name) => Say($"Write to {name}", $"Напишите ответ: {name}");
    public static string IsWriting(string name) => Say($"{name} is writing", $"{name} пишет");
    public static string NewBelow(int count) => IsRussian
        ? Count(count, ("", ""), ("новое", "новых", "новых"))
        : $"{count} new";
}

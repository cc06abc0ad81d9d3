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
    public static string Note => Say("Note", "Заметка");
    public static string ReplyTab => Say("Reply", "Ответ");
    public static string WhatToWrite => Say("What to write", "Что написать");
    public static string WriteNote => Say("A note for colleagues; @ calls somebody", "Заметка для коллег; @ позовёт кого-нибудь");
    public static string Actions => Say("Actions with the message", "Действия с сообщением");
    public static string Reply => Say("Reply", "Ответить");
    public static string Edit => Say("Edit", "Изменить");
    public static string Delete => Say("Delete", "Удалить");
    public static string DeleteSure => Say("Delete for everybody?", "Удалить для всех?");
    public static string Deleted => Say("Message deleted", "Сообщение удалено");
    public static string Edited => Say("edited", "изменено");
    public static string Editing => Say("Editing your message", "Правка сообщения");
    public static string Cancel => Say("Cancel", "Отменить");
    public static string Visitor => Say("Visitor", "Посетитель");
    public static string ReplyTo(string name) => Say($"Reply to {name}", $"Ответ: {name}");
    public static string Emoji => Say("Emoji", "Эмодзи");
    public static string EmojiSearch => Say("Search emoji", "Найти эмодзи");
    public static string EmojiNone => Say("Nothing found", "Ничего не нашлось");
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

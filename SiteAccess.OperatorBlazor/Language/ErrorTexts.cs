using SiteAccess.Contracts.Errors;
using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Language;

/// <summary>A sentence for every error code: what happened and what to do.</summary>
public static class ErrorTexts
{
    /// <summary>The sentence for a code; one that is not known gets the general one.</summary>
    public static string For(string? code, int? retryAfter = null) => code switch
    {
        ErrorCodes.AuthInvalidCredentials => Say(
            "The e-mail or the password is not right.",
            "Неверный адрес или пароль."),
        ErrorCodes.AuthLockedOut => LockedOut(retryAfter),
        ErrorCodes.AuthSecondFactorRequired => Say(
            "This account needs a second factor, which this page cannot ask for yet.",
            "Для этой учётной записи нужен второй фактор, эта страница его пока не запрашивает."),
        ErrorCodes.AuthSessionEnded or ErrorCodes.AuthRequired => Say(
            "Your session has ended. Sign in to go on.",
            "Сеанс завершён. Войдите, чтобы продолжить."),
        ErrorCodes.AuthForbidden => Say("You may not do this.", "У вас нет прав на это действие."),
        ErrorCodes.ConversationNotFound or ErrorCodes.NotFound => Say(
            "This conversation does not exist or is not yours to see.",
            "Такой беседы нет, или она вам недоступна."),
        ErrorCodes.MessageInvalid => Say("The message is empty or too long.", "Сообщение пустое или слишком длинное."),
        ErrorCodes.MessageConflict => Say(
            "Another message was sent under the same number. Write it again.",
            "Под этим номером уже отправлено другое сообщение. Напишите его ещё раз."),
        ErrorCodes.TeamNameTaken => Say("Another team has this name.", "Команда с таким названием уже есть."),
        ErrorCodes.VisitorBlocked => Say("This visitor is blocked.", "Этот посетитель заблокирован."),
        ErrorCodes.VisitorMergeRefused => Say(
            "The site knows these two as different people. They stay apart.",
            "Сайт знает их как двух разных людей. Они останутся раздельно."),
        ErrorCodes.MessageNoteRefused => Say("Private notes are for operators.", "Заметки пишут только операторы."),
        ErrorCodes.MessageReplyUnknown => Say("The message that this answers is not there.", "Сообщения, на которое вы отвечаете, нет."),
        ErrorCodes.MessageNotFound => Say("There is no such message any more.", "Такого сообщения больше нет."),
        ErrorCodes.MessageLocked => Say(
            "This message cannot be changed any more.",
            "Это сообщение уже нельзя изменить."),
        ErrorCodes.CannedResponseTaken => Say("This shortcut is taken.", "Такое сокращение уже занято."),
        ErrorCodes.LabelTaken => Say("There is a label of this name already.", "Метка с таким названием уже есть."),
        ErrorCodes.LabelNotFound => Say("This label does not exist any more.", "Такой метки больше нет."),
        ErrorCodes.AttachmentTooLarge => Say("The file is larger than the channel takes.", "Файл больше, чем принимает канал."),
        ErrorCodes.AttachmentTypeNotAllowed => Say("The channel does not take files of this kind.", "Канал не принимает такие файлы."),
        ErrorCodes.AttachmentTooMany => Say("Too many files for one message.", "Слишком много файлов для одного сообщения."),
        ErrorCodes.AttachmentNotFound => Say("A file is gone. Attach it again.", "Файла больше нет. Прикрепите его снова."),
        ErrorCodes.RequestTooMany => Say(
            "Too many requests. It will be tried again in a moment.",
            "Слишком много запросов. Попытка повторится через мгновение."),
        ErrorCodes.ServerUnavailable => Say(
            "The server does not answer. What you write is kept.",
            "Сервер не отвечает. Всё написанное сохраняется."),
        _ => Say("Something went wrong here. Try again.", "Что-то пошло не так. Попробуйте ещё раз."),
    };

    static string LockedOut(int? seconds)
    {
        var wait = seconds is > 0
            ? Count((seconds.Value + 59) / 60, ("minute", "minutes"), ("минуту", "минуты", "минут"))
            : Say("a few minutes", "несколько минут");
        return Say($"Too many attempts. Try again in {wait}.", $"Слишком много попыток. Попробуйте через {wait}.");
    }
}

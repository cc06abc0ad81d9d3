using SiteAccess.Contracts.Messages;
using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Attachments;

/// <summary>The words of files. <c>{name}</c> and <c>{size}</c> are filled in by the browser (<c>wwwroot/js/tray.js</c>).</summary>
static class AttachmentTexts
{
    public static string Attach => Say("Attach files", "Прикрепить файлы");
    public static string Waiting => Say("Files to send", "Файлы к отправке");
    public static string Drop => Say("Drop files here", "Отпустите файлы здесь");
    public static string Uploading => Say("Uploading: {name}", "Загружается: {name}");
    public static string Remove => Say("Remove {name}", "Убрать {name}");
    public static string Retry => Say("Upload again: {name}", "Загрузить ещё раз: {name}");
    public static string TooLarge => Say("Too large, at most {size}", "Слишком большой, не больше {size}");
    public static string NotAllowed => Say("The channel does not take files of this kind", "Канал не принимает такие файлы");
    public static string NotUploaded => Say("Not uploaded", "Не загружено");

    public static string TooMany(int count) => Say("At most ", "Не больше ")
        + Count(count, ("file at once", "files at once"), ("файла за раз", "файлов за раз", "файлов за раз"));

    /// <summary>What a message says in one line: its words, or else its file's name, or how many files there are.</summary>
    public static string Preview(MessageView message) => message switch
    {
        { Body.Length: > 0 } or { Attachments.Count: 0 } => message.Body,
        { Attachments: [var only] } => only.Name,
        _ => Count(message.Attachments.Count, ("file", "files"), ("файл", "файла", "файлов")),
    };

    /// <summary>Bytes as people say them: 1.2 MB.</summary>
    public static string Size(long bytes)
    {
        var (unit, divisor) = bytes switch
        {
            < 1024 => (Say("bytes", "байт"), 1L),
            < 1024 * 1024 => (Say("kB", "кБ"), 1024L),
            < 1024 * 1024 * 1024 => (Say("MB", "МБ"), 1024L * 1024),
            _ => (Say("GB", "ГБ"), 1024L * 1024 * 1024),
        };
        var number = ((double)bytes / divisor).ToString(divisor > 1024 ? "0.#" : "0", System.Globalization.CultureInfo.CurrentUICulture);
        return $"{number} {unit}";
    }
}

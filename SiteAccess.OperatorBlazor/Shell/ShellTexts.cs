using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>The words of the frame around every page.</summary>
static class ShellTexts
{
    public static string Sections => Say("Sections", "Разделы");
    public static string Inbox => Say("Inbox", "Беседы");
    public static string You => Say("You and your settings", "Вы и настройки");
    public static string Theme => Say("Theme", "Тема");
    public static string Language => Say("Language", "Язык");
    public static string SignOut => Say("Sign out", "Выйти");
    public static string Close => Say("Close", "Закрыть");
    public static string ConnectionLost => Say("Connection lost, reconnecting…", "Связь потеряна, восстанавливаем…");
    public static string WritingGoesOn => Say("What you write is kept.", "Всё написанное сохраняется.");
    public static string NewsIsLate => Say(
        "New messages come a few seconds late; who writes and who is online is not shown for now. Nothing is lost.",
        "Новые сообщения приходят с задержкой в несколько секунд; кто печатает и кто на сайте, пока не видно. Ничего не теряется.");
    public static string Broken => Say("Something went wrong on this page.", "На этой странице произошла ошибка.");
    public static string Reload => Say("Reload", "Обновить");
    public static string Retry => Say("Try again", "Повторить");
    public static string NotFoundTitle => Say("There is no such page", "Такой страницы нет");
    public static string NotFoundLead => Say(
        "It may have been moved, or the address has a slip in it.",
        "Возможно, её перенесли, или в адресе опечатка.");
    public static string ErrorTitle => Say("This did not work", "Не получилось");
    public static string ErrorLead => Say(
        "Something failed on the server. Nothing that you wrote was lost; try again in a moment.",
        "На сервере произошла ошибка. Ничего из написанного не потеряно; попробуйте ещё раз через минуту.");
    public static string SkipToPage => Say("Skip to the content", "Перейти к содержанию");
    public static string OfflineTitle => Say("You are offline", "Нет подключения к сети");
    public static string OfflineLead => Say(
        "SiteAccess cannot be reached from here. What you wrote is kept on this device and is sent when the connection is back.",
        "Связаться с SiteAccess не удаётся. Написанное хранится на этом устройстве и будет отправлено, когда связь появится.");
    public static string ToInbox => Say("To the inbox", "К беседам");

    public static string ThemeName(string theme) => theme switch
    {
        "light" => Say("Light", "Светлая"),
        "dark" => Say("Dark", "Тёмная"),
        _ => Say("As the system", "Как в системе"),
    };

    /// <summary>A language in its own words.</summary>
    public static string LanguageName(string language) => language == "ru" ? "Русский" : "English";
}

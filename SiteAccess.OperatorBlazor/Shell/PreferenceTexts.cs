using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>The words of "My preferences".</summary>
static class PreferenceTexts
{
    public static string Title => Say("My preferences", "Мои настройки");
    public static string Zone => Say("Time zone of dates and times", "Часовой пояс дат и времени");
    public static string OwnZone => Say("As on this device", "Как на этом устройстве");
    public static string News => Say("When something new comes", "Когда приходит новое");
    public static string Sound => Say("Sound", "Звук");
    public static string SoundHint => Say("A short tone, unless you are looking at the conversation.", "Короткий сигнал, если эта беседа не перед вами.");
    public static string Badge => Say("Number in the tab's title", "Число в заголовке вкладки");
    public static string BadgeHint => Say("How many conversations have something unread.", "Сколько бесед с непрочитанным.");
    public static string Dot => Say("Dot on the tab's icon", "Точка на значке вкладки");
    public static string DotHint => Say("While anything is unread.", "Пока есть непрочитанное.");
    public static string Notification => Say("Notification of the browser", "Уведомление браузера");
    public static string NotificationHint => Say(
        "Only while this page is out of sight; a click on one opens its conversation.",
        "Только пока страница не видна; щелчок по уведомлению открывает беседу.");
    public static string Allow => Say("Allow notifications", "Разрешить уведомления");
    public static string Refused => Say(
        "Notifications are refused in the browser's settings for this site. Allow them there, then open this again.",
        "Уведомления запрещены в настройках браузера для этого сайта. Разрешите их там и откройте это окно снова.");
    public static string Missing => Say(
        "This browser has no notifications here; they need a secure address (https).",
        "Здесь браузер не показывает уведомления: нужен защищённый адрес (https).");
}

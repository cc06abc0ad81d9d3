using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Settings;

/// <summary>The words of the settings.</summary>
static class SettingsTexts
{
    public static string Title => Say("Settings", "Настройки");
    public static string Change => Say("Change", "Изменить");
    public static string NotYours => Say("Only admins and supervisors change settings.", "Настройки меняют только администраторы и старшие операторы.");
}

using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Channels;

/// <summary>The words of the channels' settings.</summary>
static class ChannelTexts
{
    public static string Title => Say("Channels", "Каналы");
    public static string ShowDrafts => Say("Show what a visitor writes before it is sent", "Показывать, что пишет посетитель, до отправки");
    public static string ShowDraftsHint => Say(
        "Tell your visitors in your privacy notice. It holds from a visitor's next page on.",
        "Сообщите об этом посетителям в политике конфиденциальности. Действует со следующей страницы посетителя.");
    public static string AdminsOnly => Say("Only an admin can change this.", "Изменить это может только администратор.");
}

using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Alerts;

/// <summary>How news is said.</summary>
static class AlertTexts
{
    public static string From(string name, string body) => Say($"New message from {name}: {body}", $"Новое сообщение, {name}: {body}");
    public static string WithoutWords => Say("something without words", "без текста");
}

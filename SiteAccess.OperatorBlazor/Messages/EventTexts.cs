using SiteAccess.Contracts.Messages;
using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>What happened to a conversation, in words: what, and who did it.</summary>
static class EventTexts
{
    public static string Of(string body, string? who) => who is null ? What(body) : $"{What(body)} · {who}";

    // A later release may know more; what is not known here is shown as it is written.
    static string What(string body) => EventBodies.Read(body) switch
    {
        (EventBodies.Status, "open") => Say("Opened", "Открыта"),
        (EventBodies.Status, "pending") => Say("Waits for the visitor", "Ждёт посетителя"),
        (EventBodies.Status, "snoozed") => Say("Snoozed", "Отложена"),
        (EventBodies.Status, "resolved") => Say("Resolved", "Завершена"),
        (EventBodies.Assigned, var name) => Say($"{name} answers now", $"Теперь отвечает {name}"),
        (EventBodies.Unassigned, _) => Say("Nobody answers now", "Теперь никто не отвечает"),
        _ => body,
    };
}

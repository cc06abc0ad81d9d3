using SiteAccess.Contracts.Conversations;
using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>The words of the inbox.</summary>
static class InboxTexts
{
    public static string Title => Say("Inbox", "Беседы");
    public static string List => Say("Conversations", "Список бесед");
    public static string Views => Say("Whose conversations", "Чьи беседы");
    public static string Open => Say("Open", "Открытые");
    public static string Resolved => Say("Resolved", "Завершённые");
    public static string Show => Say("Which conversations", "Какие беседы");
    public static string NoMessage => Say("No message yet", "Сообщений пока нет");
    public static string Note => Say("Note", "Заметка");
    public static string You => Say("You", "Вы");
    public static string Typing => Say("is writing…", "пишет…");
    public static string Online => Say("on the site", "на сайте");
    public static string Away => Say("has left", "не на сайте");
    public static string LongestWait => Say("Waits longest", "Ждёт дольше всех");
    public static string ChooseTitle => Say("Choose a conversation", "Выберите беседу");
    public static string ChooseLead => Say("It opens here. ↑ and ↓ walk through the list.", "Она откроется здесь. Клавиши ↑ и ↓ ведут по списку.");
    public static string FirstTitle => Say("No conversations yet", "Бесед пока нет");
    public static string FirstLead => Say(
        "When a visitor writes on your site, the conversation appears here by itself.",
        "Когда посетитель напишет на вашем сайте, беседа появится здесь сама.");
    public static string FirstStep => Say("Put this tag on your pages:", "Добавьте этот тег на свои страницы:");
    public static string OpenDemo => Say("Open the demo page", "Открыть демонстрационную страницу");
    public static string LoadFailed => Say("The conversations could not be fetched.", "Не удалось получить беседы.");

    public static string ViewName(InboxView view) => view switch
    {
        InboxView.Mine => Say("Mine", "Мои"),
        InboxView.Unassigned => Say("Unassigned", "Ничьи"),
        InboxView.Mentions => Say("Mentions", "Зовут"),
        _ => Say("All", "Все"),
    };

    public static string NothingIn(InboxFilter filter) => filter switch
    {
        { Resolved: true } => Say("Resolved conversations will be kept here.", "Здесь хранятся завершённые беседы."),
        { View: InboxView.Mine } => Say("Conversations that you take will be here.", "Здесь будут беседы, которые вы возьмёте."),
        { View: InboxView.Unassigned } => Say("New conversations arrive here until somebody takes them.", "Сюда приходят новые беседы, пока их никто не взял."),
        { View: InboxView.Mentions } => Say("Conversations in which a colleague's note calls you will be here.", "Здесь будут беседы, в заметках которых вас позвали коллеги."),
        _ => Say("New conversations appear here by themselves.", "Новые беседы появятся здесь сами."),
    };

    public static string StatusName(ConversationStatus status) => status switch
    {
        ConversationStatus.Open => Say("Open", "Открыта"),
        ConversationStatus.Pending => Say("Pending", "Ждёт посетителя"),
        ConversationStatus.Snoozed => Say("Snoozed", "Отложена"),
        _ => Say("Resolved", "Завершена"),
    };

    public static string Unread(int count) => Count(
        count, ("unread message", "unread messages"), ("непрочитанное сообщение", "непрочитанных сообщения", "непрочитанных сообщений"));

    public static string AssignedTo(string name) => Say($"Assigned to {name}", $"Отвечает {name}");
    public static string Waiting(string age) => Say($"Waits for an answer: {age}", $"Ждёт ответа: {age}");
}

using SiteAccess.Contracts.Conversations;
using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>The words of the inbox.</summary>
static class InboxTexts
{
    public static string Title => Say("Inbox", "Беседы");
    public static string List => Say("Conversations", "Список бесед");
    public static string Views => Say("Whose conversations", "Чьи беседы");
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
        { IsNarrow: true } => Say("No conversation matches the filter.", "Под этот фильтр бесед нет."),
        { Status: InboxStatus.Snoozed } => Say("Snoozed conversations wait here.", "Здесь ждут отложенные беседы."),
        { Status: InboxStatus.Pending } => Say("Conversations that wait for the visitor will be here.", "Здесь будут беседы, которые ждут посетителя."),
        { Status: InboxStatus.Resolved } => Say("Resolved conversations will be kept here.", "Здесь хранятся завершённые беседы."),
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

    public static string StatusChoice(InboxStatus status) => status switch
    {
        InboxStatus.Active => Say("Active", "В работе"),
        InboxStatus.Open => Say("Open", "Открытые"),
        InboxStatus.Pending => Say("Pending", "Ждут посетителя"),
        InboxStatus.Snoozed => Say("Snoozed", "Отложенные"),
        InboxStatus.Resolved => Say("Resolved", "Завершённые"),
        _ => Say("All statuses", "Все состояния"),
    };

    public static string Statuses => Say("Statuses", "Состояния");
    public static string Channel => Say("Channel", "Канал");
    public static string Narrowed => Say("The list is narrowed to", "Список сужен");
    public static string TakeOff(string name) => Say($"Show without: {name}", $"Убрать условие: {name}");
    public static string SavedFilters => Say("Your filters", "Ваши фильтры");
    public static string KeepFilter => Say("Keep this view as a filter", "Сохранить этот вид как фильтр");
    public static string FilterName => Say("Name", "Название");
    public static string Keep => Say("Save", "Сохранить");
    public static string ForgetFilter(string name) => Say($"Delete the filter {name}", $"Удалить фильтр {name}");
    public static string FilterForgotten(string name) => Say($"Filter “{name}” deleted", $"Фильтр «{name}» удалён");
    public static string SelectSeveral => Say("Select several", "Выбрать несколько");
    public static string Mark(string name) => Say($"Select the conversation with {name}", $"Выбрать беседу: {name}");
    public static string MarkAll => Say("Select all in the list", "Выбрать все в списке");
    public static string Unmark => Say("End the selection", "Снять выбор");
    public static string BulkActions => Say("Actions for the selected conversations", "Действия с выбранными беседами");
    public static string Marked(int count) => Say($"{count} selected", $"Выбрано: {count}");
    public static string WereResolved(int count) => Say($"{Conversations(count)} resolved", $"Завершено: {Conversations(count)}");
    public static string WereTaken(int count) => Say($"{Conversations(count)} assigned to you", $"Теперь за вами: {Conversations(count)}");
    public static string SomeRefused(int refused, int count) => Say(
        $"{refused} of {count} could not be changed.", $"Не удалось изменить: {refused} из {count}.");
    public static string Looking(string names) => Say($"{names} is looking", $"Смотрит: {names}");
    public static string Writing(string names) => Say($"{names} is writing", $"Пишет: {names}");

    static string Conversations(int count) => Count(count, ("conversation", "conversations"), ("беседа", "беседы", "бесед"));

    public static string Unread(int count) => Count(
        count, ("unread message", "unread messages"), ("непрочитанное сообщение", "непрочитанных сообщения", "непрочитанных сообщений"));

    public static string AssignedTo(string name) => Say($"Assigned to {name}", $"Отвечает {name}");
    public static string Waiting(string age) => Say($"Waits for an answer: {age}", $"Ждёт ответа: {age}");
}

using SiteAccess.Contracts.Conversations;
using SiteAccess.OperatorBlazor.Messages;
using SiteAccess.OperatorBlazor.Shell;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>What an operator does to one conversation or to many: done at once, said in the corner, and undone from there.</summary>
/// <param name="inbox">The circuit's conversations.</param>
/// <param name="notices">Says it.</param>
public sealed class ConversationActions(Inbox inbox, Notices notices)
{
    /// <summary>Changes one conversation.</summary>
    /// <returns>Whether it was done.</returns>
    public Task<bool> ChangeAsync(ConversationSummary conversation, ChangeConversation change, string said) =>
        ChangeAsync([conversation], change, said);

    /// <summary>Changes conversations in one way; one undo brings each back to what it was.</summary>
    /// <returns>Whether at least one was changed.</returns>
    public async Task<bool> ChangeAsync(IReadOnlyList<ConversationSummary> conversations, ChangeConversation change, string said)
    {
        IReadOnlyList<ConversationChange> changes = [.. conversations.Select(conversation => new ConversationChange(conversation.Id, change))];
        var before = conversations.ToDictionary(conversation => conversation.Id);
        var changed = await ApplyAsync(changes);
        if (changed.Count == 0) return false;
        IReadOnlyList<ConversationChange> undo = [.. changed.Select(id => new ConversationChange(id, Undoing.Of(before[id], change)))];
        notices.Say(said, ThreadTexts.Undo, () => ApplyAsync(undo));
        return true;
    }

    async Task<IReadOnlyList<Guid>> ApplyAsync(IReadOnlyList<ConversationChange> changes)
    {
        IReadOnlyList<ChangedConversation> answers = [];
        await notices.TryAsync(async () => answers = await inbox.ChangeAsync(changes));
        if (answers.FirstOrDefault(answer => answer.Code is not null) is { Code: { } code })
            notices.Fail(answers.Count == 1 ? Language.ErrorTexts.For(code) : InboxTexts.SomeRefused(answers.Count(answer => answer.Code is not null), answers.Count));
        return [.. answers.Where(answer => answer.Conversation is not null).Select(answer => answer.Id)];
    }
}

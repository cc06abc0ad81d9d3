using SiteAccess.Contracts.Conversations;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>Works out what takes a change back.</summary>
public static class Undoing
{
    /// <summary>The change that brings a conversation back to what it was; it touches nothing but what was changed.</summary>
    /// <param name="before">The conversation before the change.</param>
    /// <param name="change">The change.</param>
    public static ChangeConversation Of(ConversationSummary before, ChangeConversation change)
    {
        var labels = (before.Labels ?? []).Select(label => label.Id).ToHashSet();
        return new ChangeConversation(
            Status: change.Status is null ? null : before.Status,
            AssigneeId: change.AssigneeId is null ? null : before.AssigneeId ?? Guid.Empty,
            SnoozedUntil: change.Status is not null && before.Status == ConversationStatus.Snoozed ? before.SnoozedUntil : null,
            Priority: change.Priority is null ? null : before.Priority,
            AddLabels: Some(change.RemoveLabels?.Where(labels.Contains)),
            RemoveLabels: Some(change.AddLabels?.Where(id => !labels.Contains(id))));
    }

    static List<Guid>? Some(IEnumerable<Guid>? ids) => ids?.ToList() is { Count: > 0 } some ? some : null;
}

using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Conversations;

namespace SiteAccess.Api.Labels;

/// <summary>Puts labels on conversations and takes them off, inside the transaction of whoever changes them.</summary>
static class ConversationLabels
{
    /// <summary>Whether all labels that a change puts on exist.</summary>
    public static async Task<bool> ExistAsync(SiteAccessDb db, ChangeConversation change, CancellationToken cancellation)
    {
        if (change.AddLabels is not { Count: > 0 } added)
            return true;
        var ids = added.Distinct().ToArray();
        return await db.Labels.CountAsync(label => ids.Contains(label.Id), cancellation) == ids.Length;
    }

    /// <summary>Does what a change says about labels; what is so already stays so.</summary>
    public static async Task ApplyAsync(
        SiteAccessDb db, Guid conversationId, ChangeConversation change, DateTimeOffset now, CancellationToken cancellation)
    {
        if (change.RemoveLabels is { Count: > 0 } removed)
            await db.ConversationLabels
                .Where(tag => tag.ConversationId == conversationId && removed.Contains(tag.LabelId))
                .ExecuteDeleteAsync(cancellation);
        if (change.AddLabels is { Count: > 0 } added)
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into conversation_label (label_id, conversation_id, created_at)
                select label.id, {conversationId}, {now} from label where label.id = any({added.ToArray()}) on conflict do nothing
                """,
                cancellation);
    }
}

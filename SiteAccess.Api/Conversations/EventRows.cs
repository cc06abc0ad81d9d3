using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Messages;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Conversations;

/// <summary>Writes what an operator did with a conversation into it, in the transaction of the change: rows for operators alone.</summary>
static class EventRows
{
    /// <summary>Adds a row for each thing that is another than before; answers them. The conversation is locked.</summary>
    public static async Task<IReadOnlyList<Message>> AddEventsAsync(
        this SiteAccessDb db,
        Actor actor,
        Conversation conversation,
        (ConversationStatus Status, Guid? AssigneeId) before,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        // What nobody has written in yet is in no inbox, and nobody reads its rows.
        if (conversation.BegunAt is null || before == (conversation.Status, conversation.AssigneeId))
            return [];
        Guid?[] ids = [actor.Id, conversation.AssigneeId];
        var names = await db.Operators
            .Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
        var rows = new List<Message>();
        if (before.AssigneeId != conversation.AssigneeId)
            rows.Add(Row(AssignmentOf(conversation.AssigneeId)));
        if (before.Status != conversation.Status)
            rows.Add(Row(EventBodies.Write(EventBodies.Status, Words.Of(conversation.Status))));
        db.AddRange(rows);
        return rows;

        string AssignmentOf(Guid? assignee) => assignee is { } id
            ? EventBodies.Write(EventBodies.Assigned, names.GetValueOrDefault(id))
            : EventBodies.Write(EventBodies.Unassigned);

        Message Row(string body) => new()
        {
            Id = Guid.CreateVersion7(now),
            ConversationId = conversation.Id,
            Seq = conversation.Take(actor.Kind, now, MessageKind.Event),
            ClientMessageId = Guid.NewGuid(),
            SenderType = actor.Kind,
            SenderId = actor.Id,
            SenderName = names.GetValueOrDefault(actor.Id),
            Kind = MessageKind.Event,
            Body = body,
            CreatedAt = now,
        };
    }
}

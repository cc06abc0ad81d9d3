using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Conversations;

/// <summary>Lists a visitor's own conversations, the newest first; those without a message are none yet.</summary>
sealed class VisitorHistory(SiteAccessDb db)
{
    const int PreviewLength = 140;

    public async Task<VisitorConversationPage> PageAsync(Guid visitorId, ConversationCursor after, int size, CancellationToken cancellation)
    {
        var found = await Rows(db.Conversations.AsNoTracking()
            .Where(conversation => conversation.VisitorId == visitorId && conversation.BegunAt != null)
            .Where(conversation => EF.Functions.LessThan(
                ValueTuple.Create(conversation.CreatedAt, conversation.Id), ValueTuple.Create(after.LastActivityAt, after.Id)))
            .OrderByDescending(conversation => conversation.CreatedAt).ThenByDescending(conversation => conversation.Id)
            .Take(size + 1)).ToListAsync(cancellation);
        var items = found.Take(size).ToList();
        var next = found.Count > size ? new ConversationCursor(items[^1].CreatedAt, items[^1].Conversation.Id).ToString() : null;
        return new VisitorConversationPage(items, next);
    }

    IQueryable<VisitorConversationRow> Rows(IQueryable<Conversation> conversations) => conversations.Select(conversation => new VisitorConversationRow(
        new VisitorConversation(
            conversation.Id, conversation.Status, conversation.LastSeq, conversation.UnreadByVisitor, conversation.OperatorReadSeq),
        conversation.CreatedAt,
        conversation.LastActivityAt,
        db.Messages
            .Where(message => message.ConversationId == conversation.Id && message.Kind != MessageKind.Note && message.Kind != MessageKind.Event)
            .OrderByDescending(message => message.Seq)
            .Select(message => message.Body.Substring(0, PreviewLength))
            .FirstOrDefault(),
        db.Operators.Where(person => person.Id == conversation.AssigneeId).Select(person => person.Name).FirstOrDefault()));
}

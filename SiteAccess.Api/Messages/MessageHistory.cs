using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>Reads conversations' messages, page by page along <c>seq</c>.</summary>
sealed class MessageHistory(SiteAccessDb db)
{
    /// <summary>A page; null when the conversation is not the actor's.</summary>
    public async Task<MessagePage?> PageAsync(Actor actor, Guid conversationId, MessageRange range, CancellationToken cancellation)
    {
        var head = await db.ConversationsOf(actor)
            .Where(conversation => conversation.Id == conversationId)
            .Select(conversation => new
            {
                conversation.LastSeq,
                Epoch = db.Settings.Where(setting => setting.Name == SystemSetting.Epoch).Select(setting => setting.Value).First(),
            })
            .SingleOrDefaultAsync(cancellation);
        if (head is null)
            return null;

        var found = await Run(conversationId, range).Take(range.Size + 1).ToListAsync(cancellation);
        var page = found.Take(range.Size).OrderBy(message => message.Seq).Select(message => message.ToView()).ToList();

        // Messages that came between the two reads count: a client that sees them must not see a smaller last position.
        var lastSeq = page.Count == 0 ? head.LastSeq : Math.Max(head.LastSeq, page[^1].Seq);
        return new MessagePage(page, lastSeq, head.Epoch, found.Count > range.Size);
    }

    IQueryable<Message> Run(Guid conversationId, MessageRange range)
    {
        var messages = db.Messages.AsNoTracking().Where(message => message.ConversationId == conversationId);
        if (range.After is { } after)
            return messages.Where(message => message.Seq > after).OrderBy(message => message.Seq);
        if (range.Before is { } before)
            messages = messages.Where(message => message.Seq < before);
        return messages.OrderByDescending(message => message.Seq);
    }
}

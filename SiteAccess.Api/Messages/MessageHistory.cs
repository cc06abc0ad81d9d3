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
                conversation.Revision,
                Epoch = db.Settings.Where(setting => setting.Name == SystemSetting.Epoch).Select(setting => setting.Value).First(),
            })
            .SingleOrDefaultAsync(cancellation);
        if (head is null)
            return null;

        var messages = Visible(actor, conversationId);
        var found = await Run(messages, range).Take(range.Size + 1).ToListAsync(cancellation);
        var page = await db.ViewAsync([.. found.Take(range.Size).OrderBy(message => message.Seq)], cancellation);
        var changed = range is { After: { } after, Revision: { } known } && known < head.Revision
            ? await ChangedAsync(messages, after, known, cancellation)
            : [];

        // Messages that came between the two reads count: a client that sees them must not see a smaller last position.
        var lastSeq = page.Count == 0 ? head.LastSeq : Math.Max(head.LastSeq, page[^1].Seq);
        var revision = changed.Count == MessageRules.MaxPageSize ? changed[^1].Revision ?? head.Revision : head.Revision;
        return new MessagePage(
            page, lastSeq, head.Epoch, found.Count > range.Size, revision, changed.Count == 0 ? null : await db.ViewAsync(changed, cancellation));
    }

    // Of more than a page of changes the later ones come with the next question: the revision in the answer is that of its last.
    static Task<List<Message>> ChangedAsync(IQueryable<Message> messages, long upToSeq, long since, CancellationToken cancellation) => messages
        .Where(message => message.Revision > since && message.Seq <= upToSeq)
        .OrderBy(message => message.Revision)
        .Take(MessageRules.MaxPageSize)
        .ToListAsync(cancellation);

    // Visitors never learn what is internal, so for them positions may skip.
    IQueryable<Message> Visible(Actor actor, Guid conversationId)
    {
        var messages = db.Messages.AsNoTracking().Where(message => message.ConversationId == conversationId);
        return actor.Kind == SenderType.Operator
            ? messages
            : messages.Where(message => message.Kind != MessageKind.Note && message.Kind != MessageKind.Event);
    }

    static IQueryable<Message> Run(IQueryable<Message> messages, MessageRange range)
    {
        if (range.After is { } after)
            return messages.Where(message => message.Seq > after).OrderBy(message => message.Seq);
        if (range.Before is { } before)
            messages = messages.Where(message => message.Seq < before);
        return messages.OrderByDescending(message => message.Seq);
    }
}

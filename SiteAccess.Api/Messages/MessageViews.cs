using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

static class MessageViews
{
    /// <param name="message">The message.</param>
    /// <param name="quoted">What it quotes, if that is known here.</param>
    public static MessageView ToView(this Message message, QuotedMessage? quoted = null) => new(
        message.Id,
        message.ConversationId,
        message.Seq,
        message.ClientMessageId,
        message.SenderType,
        message.SenderId,
        message.SenderName,
        message.Kind,
        message.Body,
        message.Attachments ?? [],
        message.CreatedAt,
        message.EditedAt,
        message.DeletedAt,
        quoted,
        message.MentionIds);

    /// <summary>Messages as their parties see them, with what they quote as it stands now: one statement more, and only if any does.</summary>
    public static async Task<List<MessageView>> ViewAsync(
        this SiteAccessDb db, IReadOnlyList<Message> messages, CancellationToken cancellation)
    {
        var quoted = new Dictionary<(Guid ConversationId, long Seq), QuotedMessage>();
        var places = messages.Where(message => message.ReplyToSeq is not null).Select(message => (message.ConversationId, message.ReplyToSeq ?? 0)).ToList();
        if (places.Count > 0)
            await db.ReadQuotedAsync(places, quoted, cancellation);
        return [.. messages.Select(message => message.ToView(quoted.GetValueOrDefault((message.ConversationId, message.ReplyToSeq ?? 0))))];
    }

    static async Task ReadQuotedAsync(
        this SiteAccessDb db,
        IEnumerable<(Guid ConversationId, long Seq)> places,
        Dictionary<(Guid ConversationId, long Seq), QuotedMessage> quoted,
        CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var batch = db.CreateBatch();
            batch.BatchCommands.Add(QuoteSql.Find(places));
            await using var rows = await batch.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
                QuoteSql.Take(rows, quoted);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.Language;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>Lays out a thread: days apart, one sender's messages within three minutes together.</summary>
static class ThreadRows
{
    static readonly TimeSpan GroupSpan = TimeSpan.FromMinutes(3);

    /// <summary>The rows of a thread in order.</summary>
    /// <param name="log">What is stored.</param>
    /// <param name="outgoing">What is on its way.</param>
    /// <param name="visitorReadSeq">How far the visitor has read.</param>
    /// <param name="names">How people are called.</param>
    /// <param name="zone">The operator's time zone.</param>
    public static List<ThreadRow> Lay(
        MessageLog log, IEnumerable<Outgoing> outgoing, long visitorReadSeq, ThreadNames names, TimeZoneInfo zone)
    {
        // A message may be back from Api by the bus before its own answer: then it is shown as stored.
        var stored = log.Messages.Select(message => message.ClientMessageId).ToHashSet();
        List<ThreadRow> rows =
        [
            .. log.Messages.Select(message => Row(message, visitorReadSeq, names)),
            .. outgoing.Where(item => !stored.Contains(item.ClientMessageId)).Select(item => Row(item, log.QuoteAt(item.ReplyToSeq), names)),
        ];
        for (var i = 0; i < rows.Count; i++)
            rows[i] = Place(rows[i], i == 0 ? null : rows[i - 1], i == rows.Count - 1 ? null : rows[i + 1], zone);
        return rows;
    }

    static ThreadRow Place(ThreadRow row, ThreadRow? before, ThreadRow? after, TimeZoneInfo zone)
    {
        var day = Ages.DayOf(row.At, zone);
        return row with
        {
            NewDay = before is null || Ages.DayOf(before.At, zone) != day ? day : null,
            OpensGroup = before is null || !Together(before, row, zone),
            ClosesGroup = after is null || !Together(row, after, zone),
        };
    }

    static bool Together(ThreadRow first, ThreadRow second, TimeZoneInfo zone) =>
        (first.Sender, first.SenderName, KindOf(first), first.IsEvent) == (second.Sender, second.SenderName, KindOf(second), second.IsEvent)
        && second.At - first.At < GroupSpan
        && Ages.DayOf(first.At, zone) == Ages.DayOf(second.At, zone);

    // Words and files are said in one breath.
    static MessageKind KindOf(ThreadRow row) => row.Kind == MessageKind.Attachment ? MessageKind.Text : row.Kind;

    static ThreadRow Row(MessageView message, long visitorReadSeq, ThreadNames names) => new(
        message.ClientMessageId, message.SenderType, message.SenderType == SenderType.Visitor ? names.Visitor : message.SenderName, message.Kind, message.Body, message.CreatedAt,
        message.Seq <= visitorReadSeq && !MessageRules.IsInternal(message.Kind) ? Delivery.Seen : Delivery.Sent)
    {
        Message = message,
        Attachments = message.Attachments,
        Quote = message.DeletedAt is null ? message.ReplyTo : null,
        IsEdited = message.EditedAt is not null && message.DeletedAt is null,
        IsDeleted = message.DeletedAt is not null,
        MayChange = message.SenderId == names.MyId && message.DeletedAt is null && message.Kind is MessageKind.Text or MessageKind.Note
            && names.Now - message.CreatedAt < MessageRules.OperatorChangeTime,
    };

    static ThreadRow Row(Outgoing item, QuotedMessage? quoted, ThreadNames names) => new(
        item.ClientMessageId, SenderType.Operator, names.Me, item.Kind ?? MessageKind.Text, item.Body, item.WrittenAt,
        item.Problem is null ? Delivery.Sending : Delivery.NotSent) { Problem = item.Problem, Quote = quoted, Attachments = item.Attachments ?? [] };
}

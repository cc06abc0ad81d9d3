using SiteAccess.Api.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>Decides, item by item, what becomes of a batch of sends: a new message, a repeat, or a refusal.</summary>
sealed class IntakePlan(IntakeFacts facts, DateTimeOffset now)
{
    readonly Dictionary<Guid, Conversation> _changed = [];
    readonly HashSet<Guid> _told = [];

    /// <summary>The new messages, each with the trace that it belongs to.</summary>
    public List<(Message Message, string? TraceParent)> Added { get; } = [];

    /// <summary>The conversations that took them.</summary>
    public IReadOnlyCollection<Conversation> Changed => _changed.Values;

    /// <summary>Those of them that operators must hear of beyond the message itself: new in the inbox, or reopened.</summary>
    public IReadOnlyCollection<Guid> Told => _told;

    public SendResult Take(SendItem item)
    {
        if (SendRules.FindFault(item) is { } fault)
            return new SendResult(null, Error: fault);
        if (!facts.Conversations.TryGetValue(item.ConversationId, out var conversation)
            || facts.FindSpeaker(item.Actor, conversation) is not { } name)
            return new SendResult(null, Error: ErrorCodes.ConversationNotFound);
        if (item.Actor.Kind == SenderType.Visitor && facts.Blocked.Contains(item.Actor.Id))
            return new SendResult(null, Error: ErrorCodes.VisitorBlocked);
        if (facts.Stored.TryGetValue((item.ConversationId, item.ClientMessageId), out var stored))
            return IsSame(stored, item) ? new SendResult(View(stored), IsRepeat: true) : new SendResult(null, Error: ErrorCodes.MessageConflict);
        if (item.ReplyToSeq is { } seq && !MayQuote(item, facts.FindQuoted(item.ConversationId, seq)))
            return new SendResult(null, Error: ErrorCodes.MessageReplyUnknown);
        if (!IntakeFiles.TryTake(facts, item, out var files, out var refusal))
            return new SendResult(null, Error: refusal);

        return new SendResult(View(Add(item, conversation, name, files)));
    }

    /// <summary>A message as its parties see it.</summary>
    public MessageView View(Message message) => message.ToView(facts.FindQuoted(message.ConversationId, message.ReplyToSeq));

    // What was changed since it was stored is still the same send.
    static bool IsSame(Message stored, SendItem item) =>
        stored.SenderType == item.Actor.Kind && stored.SenderId == item.Actor.Id && stored.Kind == KindOf(item)
        && stored.ReplyToSeq == item.ReplyToSeq && (stored.Body == item.Body || stored.Revision is not null)
        && (stored.Attachments ?? []).Select(file => file.Id).SequenceEqual(item.AttachmentIds ?? []);

    // Words for the visitor never quote what they may not see.
    static bool MayQuote(SendItem item, QuotedMessage? quoted) =>
        quoted is { Kind: not MessageKind.Event } && (quoted.Kind != MessageKind.Note || KindOf(item) == MessageKind.Note);

    static MessageKind KindOf(SendItem item) => item switch
    {
        { Kind: MessageKind.Note } => MessageKind.Note,
        { HasFiles: true } => MessageKind.Attachment,
        _ => MessageKind.Text,
    };

    Message Add(SendItem item, Conversation conversation, string name, IReadOnlyList<AttachmentView>? files)
    {
        var (statusBefore, isFirst) = (conversation.Status, conversation.LastSeq == 0);
        var message = new Message
        {
            Id = Guid.CreateVersion7(now),
            ConversationId = conversation.Id,
            Seq = conversation.Take(item.Actor.Kind, now, KindOf(item)),
            ClientMessageId = item.ClientMessageId,
            SenderType = item.Actor.Kind,
            SenderId = item.Actor.Id,
            SenderName = name,
            Kind = KindOf(item),
            Body = item.Body,
            Attachments = files,
            CreatedAt = now,
            ReplyToSeq = item.ReplyToSeq,
            MentionIds = Mentioned(item, conversation),
        };

        // A second item with the same id in this batch is a repeat as well.
        facts.Stored.Add((item.ConversationId, item.ClientMessageId), message);
        Added.Add((message, SendRules.TraceParentOf(item)));
        _changed.TryAdd(conversation.Id, conversation);
        if (isFirst || conversation.Status != statusBefore || message.MentionIds is not null)
            _told.Add(conversation.Id);
        return message;
    }

    // Whoever is no member of the channel cannot be called.
    Guid[]? Mentioned(SendItem item, Conversation conversation) =>
        item.MentionIds?.Where(id => facts.Members.ContainsKey((conversation.ChannelId, id))).Distinct().ToArray() is { Length: > 0 } called
            ? called
            : null;
}

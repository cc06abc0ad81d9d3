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
            return IsSame(stored, item) ? new SendResult(stored.ToView(), IsRepeat: true) : new SendResult(null, Error: ErrorCodes.MessageConflict);

        return new SendResult(Add(item, conversation, name).ToView());
    }

    static bool IsSame(Message stored, SendItem item) =>
        stored.SenderType == item.Actor.Kind && stored.SenderId == item.Actor.Id && stored.Body == item.Body;

    Message Add(SendItem item, Conversation conversation, string name)
    {
        var (statusBefore, isFirst) = (conversation.Status, conversation.LastSeq == 0);
        var message = new Message
        {
            Id = Guid.CreateVersion7(now),
            ConversationId = conversation.Id,
            Seq = conversation.Take(item.Actor.Kind, now),
            ClientMessageId = item.ClientMessageId,
            SenderType = item.Actor.Kind,
            SenderId = item.Actor.Id,
            SenderName = name,
            Kind = MessageKind.Text,
            Body = item.Body,
            CreatedAt = now,
        };

        // A second item with the same id in this batch is a repeat as well.
        facts.Stored.Add((item.ConversationId, item.ClientMessageId), message);
        Added.Add((message, SendRules.TraceParentOf(item)));
        _changed.TryAdd(conversation.Id, conversation);
        if (isFirst || conversation.Status != statusBefore)
            _told.Add(conversation.Id);
        return message;
    }
}

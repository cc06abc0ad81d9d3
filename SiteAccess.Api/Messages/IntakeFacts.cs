using SiteAccess.Api.Conversations;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>What the database knows about a batch of sends, read under the locks of its conversations.</summary>
sealed class IntakeFacts
{
    public Dictionary<Guid, Conversation> Conversations { get; } = [];

    /// <summary>Visitor → name, null while they have not told it.</summary>
    public Dictionary<Guid, string?> VisitorNames { get; } = [];

    /// <summary>Visitors who may not write.</summary>
    public HashSet<Guid> Blocked { get; } = [];

    /// <summary>(Channel, operator) → the operator's name.</summary>
    public Dictionary<(Guid ChannelId, Guid OperatorId), string> Members { get; } = [];

    /// <summary>Files that are meant to go with a message; those that are taken in this batch leave it.</summary>
    public Dictionary<Guid, WaitingFile> Files { get; } = [];

    /// <summary>(Conversation, client's id) → the message that has it.</summary>
    public Dictionary<(Guid ConversationId, Guid ClientMessageId), Message> Stored { get; } = [];

    /// <summary>(Conversation, position) → the message there, for those that are quoted.</summary>
    public Dictionary<(Guid ConversationId, long Seq), QuotedMessage> Quoted { get; } = [];

    /// <summary>What a message quotes, if it does.</summary>
    public QuotedMessage? FindQuoted(Guid conversationId, long? seq) =>
        seq is { } quoted ? Quoted.GetValueOrDefault((conversationId, quoted)) : null;

    /// <summary>The name under which the actor speaks in a conversation; null when it is not theirs.</summary>
    public string? FindSpeaker(Actor actor, Conversation conversation) => actor.Kind switch
    {
        SenderType.Visitor when conversation.VisitorId == actor.Id => VisitorNaming.Display(actor.Id, VisitorNames[actor.Id]),
        SenderType.Operator => Members.GetValueOrDefault((conversation.ChannelId, actor.Id)),
        _ => null,
    };
}

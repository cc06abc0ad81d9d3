using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Contracts.Internal;

/// <summary>Where a conversation stands, in as few bytes as a poll of many needs.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="ChannelId">Its channel.</param>
/// <param name="LastSeq">Position of its last message.</param>
/// <param name="Status">Its status.</param>
/// <param name="AssigneeId">The operator who has it, if any.</param>
/// <param name="Revision">How many changes of its messages it has seen.</param>
public sealed record ConversationHead(
    Guid Id, Guid ChannelId, long LastSeq, ConversationStatus Status, Guid? AssigneeId, long Revision = 0);

/// <summary>Asks where conversations stand: many in one request.</summary>
/// <param name="ConversationIds">Which; at most <see cref="MaxItems"/>. Those that do not exist are left out of the answer.</param>
/// <param name="ChannelIds">Channels whose most lately active conversations are wanted as well, for those who watch a whole channel.</param>
public sealed record AskHeads(IReadOnlyList<Guid> ConversationIds, IReadOnlyList<Guid> ChannelIds)
{
    /// <summary>Conversations in one request at most; channels too.</summary>
    public const int MaxItems = 1_000;
}

/// <summary>The answer.</summary>
/// <param name="Epoch">The system's epoch.</param>
/// <param name="Heads">Of the conversations asked for.</param>
/// <param name="Newest">The most lately active ones of the channels.</param>
public sealed record HeadsView(string Epoch, IReadOnlyList<ConversationHead> Heads, IReadOnlyList<ConversationHead> Newest);

/// <summary>Asks for what is new in conversations: many in one request.</summary>
/// <param name="Positions">Messages wanted after these positions; at most <see cref="AskHeads.MaxItems"/>.</param>
/// <param name="Rows">Conversations whose row of the inbox is wanted; as many at most.</param>
public sealed record AskNews(IReadOnlyList<AfterPosition> Positions, IReadOnlyList<Guid> Rows)
{
    /// <summary>Messages of one conversation in one answer; who got as many asks again.</summary>
    public const int MaxMessages = 50;
}

/// <summary>A place in a conversation.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="AfterSeq">The last position that is known.</param>
public sealed record AfterPosition(Guid ConversationId, long AfterSeq);

/// <summary>The answer.</summary>
/// <param name="Messages">Those after the positions, in rising seq within each conversation.</param>
/// <param name="Rows">The rows.</param>
public sealed record NewsView(IReadOnlyList<MessageView> Messages, IReadOnlyList<ConversationSummary> Rows);

/// <summary>Asks which conversations visitors have: many who connect at once in one request.</summary>
/// <param name="VisitorIds">Which; at most <see cref="MaxItems"/>.</param>
public sealed record AskVisitors(IReadOnlyList<Guid> VisitorIds)
{
    /// <summary>Visitors in one request at most.</summary>
    public const int MaxItems = 500;
}

/// <summary>A visitor with their newest conversations.</summary>
/// <param name="VisitorId">The visitor.</param>
/// <param name="Name">Their name for the others.</param>
/// <param name="Conversations">At most 20.</param>
/// <param name="IsBlocked">Whether they are kept out.</param>
public sealed record VisitorConversations(
    Guid VisitorId, string Name, IReadOnlyList<ConversationHead> Conversations, bool IsBlocked = false);

using System.Text.Json.Serialization;
using SiteAccess.Contracts.Labels;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.Contracts.Conversations;

/// <summary>Where a conversation stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConversationStatus>))]
public enum ConversationStatus
{
    /// <summary>Needs an operator.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>Waits for the visitor.</summary>
    [JsonStringEnumMemberName("pending")] Pending,

    /// <summary>Hidden until a time or the visitor's next message.</summary>
    [JsonStringEnumMemberName("snoozed")] Snoozed,

    /// <summary>Done; the visitor's next message reopens it.</summary>
    [JsonStringEnumMemberName("resolved")] Resolved,
}

/// <summary>A conversation as its visitor sees it.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="LastSeq">Position of its last message; 0 for none.</param>
/// <param name="UnreadCount">Messages for the visitor that they have not read.</param>
/// <param name="OperatorReadSeq">How far an operator has read.</param>
public sealed record VisitorConversation(Guid Id, ConversationStatus Status, long LastSeq, int UnreadCount, long OperatorReadSeq = 0);

/// <summary>A row of the operators' inbox.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="ChannelId">The channel it came through.</param>
/// <param name="ChannelName">The channel's name.</param>
/// <param name="Visitor">Who writes.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="AssigneeId">The operator who has it, if any.</param>
/// <param name="AssigneeName">That operator's name.</param>
/// <param name="LastSeq">Position of its last message.</param>
/// <param name="UnreadCount">Visitor's messages after the last position that an operator read.</param>
/// <param name="LastMessage">The last message, for the preview line.</param>
/// <param name="CreatedAt">When it began, UTC.</param>
/// <param name="LastActivityAt">When its last message came, UTC: the list's order.</param>
/// <param name="WaitingSince">Since when the visitor waits for an answer; null when they do not.</param>
/// <param name="VisitorReadSeq">How far the visitor has read.</param>
/// <param name="TeamId">The team that has it, if any.</param>
/// <param name="TeamName">That team's name.</param>
/// <param name="MentionIds">The operators whom its notes call; null for none.</param>
/// <param name="SnoozedUntil">Until when it is hidden, UTC; null when it is not snoozed, or snoozed until the visitor writes.</param>
/// <param name="Priority">How much it presses.</param>
/// <param name="Labels">Its labels by name; null for none.</param>
public sealed record ConversationSummary(
    Guid Id,
    Guid ChannelId,
    string ChannelName,
    VisitorSummary Visitor,
    ConversationStatus Status,
    Guid? AssigneeId,
    string? AssigneeName,
    long LastSeq,
    int UnreadCount,
    MessageView? LastMessage,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastActivityAt,
    DateTimeOffset? WaitingSince,
    long VisitorReadSeq = 0,
    Guid? TeamId = null,
    string? TeamName = null,
    IReadOnlyList<Guid>? MentionIds = null,
    DateTimeOffset? SnoozedUntil = null,
    ConversationPriority Priority = ConversationPriority.None,
    IReadOnlyList<LabelView>? Labels = null);

/// <summary>A visitor in a list.</summary>
/// <param name="Id">The visitor.</param>
/// <param name="Name">Their name, or a made one ("Visitor 4F2A") until they say it.</param>
/// <param name="Email">Their address, if known.</param>
public sealed record VisitorSummary(Guid Id, string Name, string? Email);

/// <summary>A conversation with all that the visitor panel shows.</summary>
/// <param name="Summary">The row of the inbox.</param>
/// <param name="Visitor">The visitor in full.</param>
/// <param name="PreviousConversations">Earlier ones of this visitor, newest first, at most 20.</param>
public sealed record ConversationDetails(
    ConversationSummary Summary,
    VisitorDetails Visitor,
    IReadOnlyList<PastConversation> PreviousConversations);

/// <summary>What is known of a visitor.</summary>
/// <param name="Id">The visitor.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address, if known.</param>
/// <param name="Locale">Language tag of their browser (BCP 47).</param>
/// <param name="TimeZone">Their time zone (IANA).</param>
/// <param name="UserAgent">Their browser, as it names itself.</param>
/// <param name="PageUrl">The page they were last seen on.</param>
/// <param name="PageTitle">That page's title.</param>
/// <param name="Referrer">Where they came from.</param>
/// <param name="FirstSeenAt">When they first came, UTC.</param>
/// <param name="LastSeenAt">When they were last here, UTC.</param>
/// <param name="Attributes">What operators know of them besides, by name.</param>
/// <param name="Pages">The pages of their present or last visit, the latest first, at most 50.</param>
/// <param name="BlockedAt">Since when they are kept out, UTC; null for everybody else.</param>
public sealed record VisitorDetails(
    Guid Id,
    string Name,
    string? Email,
    string? Locale,
    string? TimeZone,
    string? UserAgent,
    string? PageUrl,
    string? PageTitle,
    string? Referrer,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt,
    IReadOnlyDictionary<string, string>? Attributes = null,
    IReadOnlyList<PageSeen>? Pages = null,
    DateTimeOffset? BlockedAt = null);

/// <summary>An earlier conversation in one line.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Preview">The last words.</param>
/// <param name="LastActivityAt">When its last message came, UTC.</param>
public sealed record PastConversation(Guid Id, ConversationStatus Status, string? Preview, DateTimeOffset LastActivityAt);

/// <summary>A page of the inbox, newest activity first.</summary>
/// <param name="Items">The rows.</param>
/// <param name="NextCursor">Where the next page starts; null at the end.</param>
public sealed record ConversationPage(IReadOnlyList<ConversationSummary> Items, string? NextCursor);

/// <summary>Changes a conversation; what is null stays.</summary>
/// <param name="Status">The new status.</param>
/// <param name="AssigneeId">The operator to have it; the empty id takes it from everybody.</param>
/// <param name="SnoozedUntil">Until when it is hidden, UTC, with status snoozed; null there: until the visitor writes.</param>
/// <param name="TeamId">The team to have it, which takes it from its operator unless one is named as well; the empty id takes it from every team.</param>
/// <param name="Priority">How much it presses.</param>
/// <param name="AddLabels">Labels to put on it; those that it has stay.</param>
/// <param name="RemoveLabels">Labels to take off it.</param>
public sealed record ChangeConversation(
    ConversationStatus? Status = null,
    Guid? AssigneeId = null,
    DateTimeOffset? SnoozedUntil = null,
    Guid? TeamId = null,
    ConversationPriority? Priority = null,
    IReadOnlyList<Guid>? AddLabels = null,
    IReadOnlyList<Guid>? RemoveLabels = null);

/// <summary>Somebody is writing, or has stopped.</summary>
/// <param name="ConversationId">Where.</param>
/// <param name="IsTyping">Whether they are writing.</param>
/// <param name="Draft">What a visitor has written so far, where the channel shows it; at most <see cref="MessageRules.MaxDraftLength"/> characters are kept.</param>
public sealed record TypingNotice(Guid ConversationId, bool IsTyping, string? Draft = null);

/// <summary>The same, as the others hear it. Forget it after 6 s without news.</summary>
/// <param name="ConversationId">Where.</param>
/// <param name="Who">Visitor or operator.</param>
/// <param name="Id">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="IsTyping">Whether they are writing.</param>
/// <param name="Draft">What a visitor has written so far, where the channel shows it. Operators alone hear it.</param>
public sealed record TypingView(Guid ConversationId, SenderType Who, Guid Id, string? Name, bool IsTyping, string? Draft = null);

/// <summary>Names a conversation.</summary>
/// <param name="ConversationId">Which.</param>
public sealed record ConversationRef(Guid ConversationId);

/// <summary>A change of a conversation as its visitor hears it: nothing of what only operators may know.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="LastSeq">Position of its last message.</param>
/// <param name="AssigneeName">The operator who has it, if any.</param>
public sealed record ConversationNotice(Guid Id, ConversationStatus Status, long LastSeq, string? AssigneeName = null);

namespace SiteAccess.Contracts.Conversations;

/// <summary>Changes many conversations with one call, each in its own way.</summary>
/// <param name="Items">At most <see cref="MaxItems"/>.</param>
public sealed record ChangeConversations(IReadOnlyList<ConversationChange> Items)
{
    /// <summary>The most conversations of one call.</summary>
    public const int MaxItems = 100;
}

/// <summary>One of them.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Change">What is to become of it.</param>
public sealed record ConversationChange(Guid Id, ChangeConversation Change);

/// <summary>What became of them, in the order in which they were asked for.</summary>
/// <param name="Items">One answer for each.</param>
public sealed record ChangedConversations(IReadOnlyList<ChangedConversation> Items);

/// <summary>What became of one of them.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Conversation">Its changed row; null when it was refused.</param>
/// <param name="Code">Why it was refused, one of <see cref="Errors.ErrorCodes"/>; null when it was not.</param>
public sealed record ChangedConversation(Guid Id, ConversationSummary? Conversation = null, string? Code = null);

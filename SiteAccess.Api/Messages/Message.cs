using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>One message of a conversation. Added by the intake alone, changed by its author through the editor.</summary>
sealed class Message
{
    public required Guid Id { get; init; }

    public required Guid ConversationId { get; init; }

    /// <summary>Its position in the conversation: from 1, without gaps.</summary>
    public required long Seq { get; init; }

    /// <summary>Made by the sender's client; the same id again is the same message.</summary>
    public required Guid ClientMessageId { get; init; }

    public required SenderType SenderType { get; init; }

    public Guid? SenderId { get; init; }

    /// <summary>The sender's name when it was written.</summary>
    public string? SenderName { get; init; }

    public required MessageKind Kind { get; init; }

    public required string Body { get; set; }

    /// <summary>Its files as everybody sees them, kept with it so that no list of messages has to look for them; null for none.</summary>
    public IReadOnlyList<AttachmentView>? Attachments { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The position of the message that it answers.</summary>
    public long? ReplyToSeq { get; init; }

    /// <summary>In a note: the operators whom it calls; null for none.</summary>
    public Guid[]? MentionIds { get; set; }

    public DateTimeOffset? EditedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>The conversation's revision at its last change; null while there was none.</summary>
    public long? Revision { get; set; }

    /// <summary>Whether its author may still change it.</summary>
    public bool MayChange(Actor author, DateTimeOffset now) =>
        (SenderType, SenderId) == (author.Kind, author.Id)
        && Kind is MessageKind.Text or MessageKind.Note
        && DeletedAt is null
        && now - CreatedAt <= MessageRules.ChangeTime(author.Kind);

    /// <summary>Puts another text in its place.</summary>
    public void Edit(string body, Guid[]? mentionIds, long revision, DateTimeOffset at) =>
        (Body, MentionIds, Revision, EditedAt) = (body, mentionIds, revision, at);

    /// <summary>Takes its text and files away; its place stays.</summary>
    public void Delete(long revision, DateTimeOffset at) =>
        (Body, MentionIds, Attachments, Revision, DeletedAt) = ("", null, null, revision, at);
}

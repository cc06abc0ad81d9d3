using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

/// <summary>One message of a conversation. Written by the intake alone.</summary>
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

    public required string Body { get; init; }

    /// <summary>Its files as everybody sees them, kept with it so that no list of messages has to look for them; null for none.</summary>
    public IReadOnlyList<AttachmentView>? Attachments { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

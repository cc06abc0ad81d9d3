using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Attachments;

/// <summary>A file that somebody uploaded into a conversation: it waits for its message, then belongs to it.</summary>
sealed class Attachment
{
    public required Guid Id { get; init; }

    public required Guid ConversationId { get; init; }

    public required SenderType UploaderType { get; init; }

    public required Guid UploaderId { get; init; }

    /// <summary>The message that it went with; null while it waits.</summary>
    public Guid? MessageId { get; set; }

    /// <summary>For people; the file lies under its id.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="MediaTypes"/>, found in the content.</summary>
    public required string ContentType { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    /// <summary>Pixels, as it is shown; there only when it is a picture that may be shown inline.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }

    /// <summary>Whether its last byte has arrived.</summary>
    public bool IsWhole { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public AttachmentView ToView() => new(Id, Name, ContentType, Size, Width, Height);
}

/// <summary>A piece of a file, <see cref="AttachmentStore.PieceSize"/> bytes long but for the last.</summary>
sealed class AttachmentPiece
{
    public required Guid AttachmentId { get; init; }

    /// <summary>Which piece, from 0.</summary>
    public required int Position { get; init; }

    public required byte[] Bytes { get; init; }
}

using System.Buffers;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Attachments;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Attachments;

/// <summary>What became of an upload: a file that waits for its message, or an error.</summary>
/// <param name="File">The file.</param>
/// <param name="Error">One of <see cref="ErrorCodes"/>.</param>
sealed record Uploaded(AttachmentView? File, string? Error = null);

/// <summary>
/// Takes files in, piece by piece: each is stored before the next is read, so a file never lies in memory as a whole. What is
/// refused or breaks off is removed at once; what a crash leaves behind is swept.
/// </summary>
sealed class AttachmentUploads(SiteAccessDb db, AttachmentStore store, TimeProvider clock)
{
    public async Task<Uploaded> TakeAsync(
        Actor uploader, Guid conversationId, string? name, Stream content, AttachmentLimits limits, CancellationToken cancellation)
    {
        if (await CountWaitingAsync(uploader, conversationId, cancellation) >= AttachmentRules.MaxWaiting)
            return new Uploaded(null, ErrorCodes.AttachmentTooMany);
        var file = new Attachment
        {
            Id = Guid.CreateVersion7(clock.Now()),
            ConversationId = conversationId,
            UploaderType = uploader.Kind,
            UploaderId = uploader.Id,
            Name = FileNames.Clean(name),
            ContentType = MediaTypes.Unknown,
            CreatedAt = clock.Now(),
        };
        db.Add(file);
        await db.SaveChangesAsync(cancellation);
        try
        {
            if (await ReceiveAsync(file, content, limits, cancellation) is { } refusal)
                return new Uploaded(null, refusal);
            file.IsWhole = true;
            await db.SaveChangesAsync(cancellation);
            return new Uploaded(file.ToView());
        }
        finally
        {
            if (!file.IsWhole)
                await db.Attachments.Where(refused => refused.Id == file.Id).ExecuteDeleteAsync(CancellationToken.None);
        }
    }

    Task<int> CountWaitingAsync(Actor uploader, Guid conversationId, CancellationToken cancellation) => db.Attachments.CountAsync(
        file => file.ConversationId == conversationId && file.MessageId == null
            && file.UploaderType == uploader.Kind && file.UploaderId == uploader.Id,
        cancellation);

    /// <summary>Stores the pieces and finds out what they are; answers why not.</summary>
    async Task<string?> ReceiveAsync(Attachment file, Stream content, AttachmentLimits limits, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(AttachmentStore.PieceSize);
        var text = new TextCheck();
        string? found = null;
        try
        {
            for (var position = 0; ; position++)
            {
                var piece = buffer.AsMemory(0, await content.ReadAtLeastAsync(
                    buffer.AsMemory(0, AttachmentStore.PieceSize), AttachmentStore.PieceSize, throwOnEndOfStream: false, cancellation));
                if (position == 0)
                    (found, file.Width, file.Height) = Look(piece.Span);
                if (found is null)
                    text.Take(piece.Span);
                file.ContentType = found ?? (text.MayBeText ? MediaTypes.Text : MediaTypes.Unknown);
                file.Size += piece.Length;
                if (FindFault(file, limits) is { } fault)
                    return fault;
                if (piece.Length > 0)
                    await store.AddAsync(file.Id, position, piece, cancellation);
                if (piece.Length < AttachmentStore.PieceSize)
                    break;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        // A file may end in the middle of a character: then it was no text after all.
        file.ContentType = found ?? (text.IsText ? MediaTypes.Text : MediaTypes.Unknown);
        return FindFault(file, limits);
    }

    static (string? ContentType, int? Width, int? Height) Look(ReadOnlySpan<byte> head)
    {
        var found = MediaTypes.Find(head);
        var size = found is null ? null : ImageSize.Find(found, head);
        return (found, size?.Width, size?.Height);
    }

    static string? FindFault(Attachment file, AttachmentLimits limits)
    {
        if (file.Size > limits.MaxBytes)
            return ErrorCodes.AttachmentTooLarge;
        return limits.Types.Contains(file.ContentType, StringComparer.Ordinal) ? null : ErrorCodes.AttachmentTypeNotAllowed;
    }
}

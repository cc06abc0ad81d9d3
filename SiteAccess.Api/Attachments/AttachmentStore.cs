using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Attachments;

/// <summary>
/// Where the bytes of files lie, and the only class that knows: in Postgres, in pieces, so that they are backed up, restored and
/// reached by every instance together with the messages that they belong to. A connection is held for one piece at a time, never
/// for as long as somebody's line takes.
/// </summary>
sealed class AttachmentStore(SiteAccessDb db)
{
    /// <summary>Bytes of each piece but the last.</summary>
    public const int PieceSize = 256 * 1024;

    public async Task AddAsync(Guid attachmentId, int position, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var batch = db.CreateBatch();
            var insert = new NpgsqlBatchCommand("insert into attachment_piece (attachment_id, position, bytes) values ($1, $2, $3)");
            insert.Parameters.Add(new NpgsqlParameter { Value = attachmentId, NpgsqlDbType = NpgsqlDbType.Uuid });
            insert.Parameters.Add(new NpgsqlParameter { Value = position, NpgsqlDbType = NpgsqlDbType.Integer });
            insert.Parameters.Add(new NpgsqlParameter { Value = bytes, NpgsqlDbType = NpgsqlDbType.Bytea });
            batch.BatchCommands.Add(insert);
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A file's bytes from any position on.</summary>
    public Stream Open(Guid attachmentId, long length) => new PieceStream(
        length,
        (position, cancellation) => db.Set<AttachmentPiece>()
            .Where(piece => piece.AttachmentId == attachmentId && piece.Position == position)
            .Select(piece => piece.Bytes)
            .SingleOrDefaultAsync(cancellation));
}

namespace SiteAccess.Api.Attachments;

/// <summary>Reads a file that lies in pieces: one piece in memory at a time, from wherever a range begins. Asynchronously only.</summary>
/// <param name="length">Bytes of the whole file.</param>
/// <param name="find">Fetches a piece; null when it is gone.</param>
sealed class PieceStream(long length, Func<int, CancellationToken, Task<byte[]?>> find) : Stream
{
    byte[] _piece = [];
    int _held = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.Length == 0)
            return 0;
        var (position, offset) = ((int)(Position / AttachmentStore.PieceSize), (int)(Position % AttachmentStore.PieceSize));
        if (position != _held)
        {
            _piece = await find(position, cancellationToken) ?? throw new IOException("The file was removed while it was read.");
            _held = position;
        }

        var count = Math.Min(buffer.Length, _piece.Length - offset);
        _piece.AsMemory(offset, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

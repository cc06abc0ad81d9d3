using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace SiteAccess.Api.Conversations;

/// <summary>
/// A place in the inbox: the last row of a page. On the wire 24 bytes in base64url: ticks of its last activity (UTC, big
/// endian), then its id.
/// </summary>
/// <param name="LastActivityAt">When that row's last message came.</param>
/// <param name="Id">That row's conversation.</param>
sealed record ConversationCursor(DateTimeOffset LastActivityAt, Guid Id)
{
    const int Length = 24;

    /// <summary>Before the first row.</summary>
    public static ConversationCursor Top { get; } = new(DateTimeOffset.MaxValue, Guid.AllBitsSet);

    public static bool TryParse(string text, out ConversationCursor cursor)
    {
        cursor = Top;
        Span<byte> bytes = stackalloc byte[Length];
        if (Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done || written != Length)
            return false;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks)
            return false;
        cursor = new ConversationCursor(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[8..], bigEndian: true));
        return true;
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, LastActivityAt.UtcTicks);
        Id.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }
}

using System.Buffers.Binary;

namespace SiteAccess.Load.Wire;

/// <summary>Text frames as a client writes them (RFC 6455, section 5.2).</summary>
static class WebSocketFrame
{
    public const int LargestHeader = 14;
    const int MaskLength = 4;

    /// <summary>A frame around a text. Its mask is zeros: masking protects proxies from pages, and there is neither here.</summary>
    public static byte[] Text(ReadOnlySpan<byte> text) => Of(opcode: 0x1, text);

    public static byte[] Pong(ReadOnlySpan<byte> data) => Of(opcode: 0xA, data);

    static byte[] Of(byte opcode, ReadOnlySpan<byte> payload)
    {
        var lengthBytes = payload.Length < 126 ? 0 : payload.Length <= ushort.MaxValue ? 2 : 8;
        var frame = new byte[2 + lengthBytes + MaskLength + payload.Length];
        frame[0] = (byte)(0x80 | opcode);
        switch (lengthBytes)
        {
            case 0:
                frame[1] = (byte)(0x80 | payload.Length);
                break;
            case 2:
                frame[1] = 0x80 | 126;
                BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
                break;
            default:
                frame[1] = 0x80 | 127;
                BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), (ulong)payload.Length);
                break;
        }

        payload.CopyTo(frame.AsSpan(2 + lengthBytes + MaskLength));
        return frame;
    }

    /// <summary>Reads the header of a server's frame.</summary>
    /// <returns>The header's length; 0 when more bytes are needed.</returns>
    public static int ReadHeader(ReadOnlySpan<byte> bytes, out int opcode, out int length)
    {
        (opcode, length) = (0, 0);
        if (bytes.Length < 2)
        {
            return 0;
        }

        opcode = bytes[0] & 0x0F;
        length = bytes[1] & 0x7F;
        if (length < 126)
        {
            return 2;
        }

        var header = length == 126 ? 4 : 10;
        if (bytes.Length < header)
        {
            return 0;
        }

        length = header == 4 ? BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) : checked((int)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]));
        return header;
    }
}

using System.Buffers.Binary;

namespace SiteAccess.Api.Attachments;

/// <summary>Reads a JPEG's markers (T.81, annex B) up to the one that tells its size, and whether Exif says that it lies on its side.</summary>
static class JpegHeader
{
    const byte App1 = 0xE1;
    const byte StartOfScan = 0xDA;
    const int Orientation = 0x0112;

    public static ImageSize? FindSize(ReadOnlySpan<byte> head)
    {
        var isOnItsSide = false;
        for (var at = 2; at + 9 < head.Length && head[at] == 0xFF;)
        {
            var marker = head[at + 1];
            if (marker is 0xFF) // fill bytes before a marker
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
            if (marker == StartOfScan || length < 2)
                return null;
            if (IsStartOfFrame(marker))
            {
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]));
                return isOnItsSide ? new(height, width) : new(width, height);
            }

            if (marker == App1 && at + 2 + length <= head.Length)
                isOnItsSide = IsOnItsSide(head.Slice(at + 4, length - 2));
            at += 2 + length;
        }

        return null;
    }

    // SOF0 to SOF15, without the tables that stand among them (DHT, JPG, DAC).
    static bool IsStartOfFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Exif 2.32, 4.5 and 4.6.4: a TIFF directory whose tag Orientation is 5 to 8.
    static bool IsOnItsSide(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 16 || !segment.StartsWith("Exif\0\0"u8))
            return false;
        var tiff = segment[6..];
        var isLittle = tiff.StartsWith("II"u8);
        var directory = ReadUInt32(tiff[4..], isLittle);
        if (directory + 2 > tiff.Length)
            return false;
        var count = ReadUInt16(tiff[(int)directory..], isLittle);
        for (var at = (int)directory + 2; count > 0 && at + 12 <= tiff.Length; at += 12, count--)
        {
            if (ReadUInt16(tiff[at..], isLittle) == Orientation)
                return ReadUInt16(tiff[(at + 8)..], isLittle) is >= 5 and <= 8;
        }

        return false;
    }

    static ushort ReadUInt16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    static long ReadUInt32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}

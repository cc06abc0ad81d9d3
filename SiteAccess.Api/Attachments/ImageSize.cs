using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SiteAccess.Api.Attachments;

/// <summary>
/// How large a picture is, read from its header. Pictures are shown as they were uploaded, scaled by the browser: nothing here
/// decodes them. What has no readable header, or so many pixels that showing it could exhaust a phone, is offered for download only.
/// </summary>
/// <param name="Width">Pixels, as it is shown.</param>
/// <param name="Height">Pixels, as it is shown.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct ImageSize(int Width, int Height)
{
    public const long MaxPixels = 50_000_000;

    const int MaxSide = 16_384;

    bool IsSafe => Width is > 0 and <= MaxSide && Height is > 0 and <= MaxSide && (long)Width * Height <= MaxPixels;

    /// <summary>The size of a picture that may be shown; null for everything else.</summary>
    /// <param name="contentType">One of <see cref="MediaTypes"/>.</param>
    /// <param name="head">The file's beginning.</param>
    public static ImageSize? Find(string contentType, ReadOnlySpan<byte> head)
    {
        var size = contentType switch
        {
            MediaTypes.Png => OfPng(head),
            MediaTypes.Gif => OfGif(head),
            MediaTypes.WebP => OfWebP(head),
            MediaTypes.Jpeg => JpegHeader.FindSize(head),
            _ => null,
        };
        return size is { IsSafe: true } ? size : null;
    }

    // PNG (3rd edition), 11.2.1: IHDR is the first chunk.
    static ImageSize? OfPng(ReadOnlySpan<byte> head) => head.Length >= 24 && head[12..].StartsWith("IHDR"u8)
        ? new(BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]))
        : null;

    // GIF89a, 18: the logical screen.
    static ImageSize? OfGif(ReadOnlySpan<byte> head) => head.Length >= 10
        ? new(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]))
        : null;

    // RFC 9649, 2.5 to 2.7: lossy, lossless and extended files.
    static ImageSize? OfWebP(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30)
            return null;
        if (head[12..].StartsWith("VP8X"u8))
            return new(1 + UInt24(head[24..]), 1 + UInt24(head[27..]));
        if (head[12..].StartsWith("VP8L"u8) && head[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return new(1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));
        }

        return head[12..].StartsWith("VP8 "u8) && head[23..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF)
            : null;
    }

    static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}

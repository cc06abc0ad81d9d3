using System.Buffers.Binary;

namespace SiteAccess.Api.Attachments;

/// <summary>
/// Kinds of files that are known by their first bytes. A name or header that a client sends says nothing: only what lies in the
/// file decides how it is served.
/// </summary>
static class MediaTypes
{
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";
    public const string Gif = "image/gif";
    public const string WebP = "image/webp";
    public const string Heic = "image/heic";
    public const string Pdf = "application/pdf";
    public const string Mp4 = "video/mp4";
    public const string QuickTime = "video/quicktime";
    public const string WebM = "video/webm";
    public const string Mp3 = "audio/mpeg";
    public const string Mp4Audio = "audio/mp4";
    public const string Ogg = "audio/ogg";
    public const string Wav = "audio/wav";
    public const string Zip = "application/zip";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Text = "text/plain";

    /// <summary>None of these.</summary>
    public const string Unknown = "application/octet-stream";

    /// <summary>What a file's beginning shows; null when it shows nothing: text, or unknown.</summary>
    /// <param name="head">The more of it the better; a few hundred bytes are enough for all but office documents.</param>
    public static string? Find(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png, // PNG (3rd edition), 5.2
        [0xFF, 0xD8, 0xFF, ..] => Jpeg, // T.81, B.1.1.3: SOI and the next marker
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => Gif,
        _ when head.StartsWith("%PDF-"u8) => Pdf, // ISO 32000, 7.5.2
        _ when head.StartsWith("OggS"u8) => Ogg, // RFC 3533, 6
        _ when head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) => ZipContents.Find(head),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => head[..Math.Min(head.Length, 64)].IndexOf("webm"u8) > 0 ? WebM : null, // EBML's DocType
        _ when IsRiff(head, "WEBP"u8) => WebP, // RFC 9649, 2.4
        _ when IsRiff(head, "WAVE"u8) => Wav,
        _ when head.Length >= 12 && head[4..].StartsWith("ftyp"u8) => OfBrand(head[8..12]), // ISO 14496-12, 4.3
        _ when head.StartsWith("ID3"u8) || IsMp3Frame(head) => Mp3,
        _ => null,
    };

    static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> form) =>
        head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith(form);

    static string OfBrand(ReadOnlySpan<byte> brand)
    {
        if (brand.StartsWith("qt"u8))
            return QuickTime;
        if (brand.StartsWith("M4A"u8) || brand.StartsWith("M4B"u8))
            return Mp4Audio;
        return brand.StartsWith("he"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("msf1"u8) || brand.StartsWith("av"u8) && !brand.StartsWith("avc1"u8)
            ? Heic
            : Mp4;
    }

    // ISO 11172-3, 2.4.2.3: eleven bits of sync, layer III, and neither bit rate nor sampling rate forbidden.
    static bool IsMp3Frame(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4)
            return false;
        var frame = BinaryPrimitives.ReadUInt32BigEndian(head);
        return frame >> 21 == 0x7FF && (frame >> 17 & 3) == 1 && (frame >> 19 & 3) != 1 && (frame >> 12 & 15) is > 0 and < 15 && (frame >> 10 & 3) != 3;
    }
}

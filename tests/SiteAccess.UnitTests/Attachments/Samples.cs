using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SiteAccess.UnitTests.Attachments;

/// <summary>Files as small as their formats allow.</summary>
static class Samples
{
    /// <summary>A picture of one grey pixel, which any browser shows.</summary>
    public static readonly byte[] PixelPng = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Png(int width, int height)
    {
        var head = PixelPng.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(20), height);
        return head;
    }

    public static byte[] Gif(ushort width, ushort height) => [.. "GIF89a"u8, .. Little(width), .. Little(height), 0, 0, 0, 0x3B];

    /// <summary>SOI, Exif if it lies on its side, a quantization table, SOF0.</summary>
    public static byte[] Jpeg(ushort width, ushort height, byte orientation = 0)
    {
        byte[] exif = orientation == 0
            ? []
            : [
                0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
            ];
        return [0xFF, 0xD8, .. exif, 0xFF, 0xDB, 0, 5, 1, 2, 3, 0xFF, 0xFF, 0xC0, 0, 11, 8, .. Big(height), .. Big(width), 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2];
    }

    public static byte[] LossyWebP(ushort width, ushort height) =>
        WebP("VP8 "u8, [0, 0, 0, 0x9D, 0x01, 0x2A, .. Little(width), .. Little(height)]);

    public static byte[] LosslessWebP(int width, int height)
    {
        var bits = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bits, width - 1 | height - 1 << 14);
        return WebP("VP8L"u8, [0x2F, .. bits, 0, 0, 0, 0, 0]);
    }

    public static byte[] ExtendedWebP(int width, int height) =>
        WebP("VP8X"u8, [0, 0, 0, 0, .. Little24(width - 1), .. Little24(height - 1)]);

    public static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes($"<{name}/>"));
            }
        }

        return bytes.ToArray();
    }

    static byte[] WebP(ReadOnlySpan<byte> chunk, byte[] content) => [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. chunk, 0, 0, 0, 0, .. content];

    static byte[] Little(ushort value) => [(byte)value, (byte)(value >> 8)];

    static byte[] Little24(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    static byte[] Big(ushort value) => [(byte)(value >> 8), (byte)value];
}

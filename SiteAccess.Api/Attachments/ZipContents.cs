using System.Buffers.Binary;

namespace SiteAccess.Api.Attachments;

/// <summary>Tells office documents from other zip files by the names of their first entries (APPNOTE 4.3.7: local file headers).</summary>
static class ZipContents
{
    const int HeaderLength = 30;
    const int LengthOfName = 26;

    /// <summary>The kind of a zip file. What holds no known document is a zip: nothing is unpacked.</summary>
    public static string Find(ReadOnlySpan<byte> head)
    {
        var isPackage = false;
        for (var rest = head; rest.IndexOf("PK\x03\x04"u8) is >= 0 and var at; rest = rest[(at + 4)..])
        {
            var name = NameAt(rest[at..]);
            isPackage |= name.SequenceEqual("[Content_Types].xml"u8);
            if (name.StartsWith("word/"u8))
                return isPackage || Holds(head, "[Content_Types].xml"u8) ? MediaTypes.Docx : MediaTypes.Zip;
            if (name.StartsWith("xl/"u8))
                return isPackage || Holds(head, "[Content_Types].xml"u8) ? MediaTypes.Xlsx : MediaTypes.Zip;
        }

        return MediaTypes.Zip;
    }

    static bool Holds(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name) => head.IndexOf(name) >= 0;

    static ReadOnlySpan<byte> NameAt(ReadOnlySpan<byte> header)
    {
        if (header.Length < HeaderLength)
            return [];
        var length = BinaryPrimitives.ReadUInt16LittleEndian(header[LengthOfName..]);
        return header.Length < HeaderLength + length ? [] : header.Slice(HeaderLength, length);
    }
}

using System.Text;
using SiteAccess.Api.Attachments;

namespace SiteAccess.UnitTests.Attachments;

public class MediaTypeTests
{
    public static TheoryData<string, byte[], string?> Table => new()
    {
        { "png", Samples.PixelPng, "image/png" },
        { "jpeg", Samples.Jpeg(1, 1), "image/jpeg" },
        { "gif", Samples.Gif(1, 1), "image/gif" },
        { "webp", Samples.LossyWebP(1, 1), "image/webp" },
        { "heic", [0, 0, 0, 24, .. "ftypheic"u8], "image/heic" },
        { "pdf", [.. "%PDF-1.7\n%"u8, 0xE2, 0xE3], "application/pdf" },
        { "mp4", [0, 0, 0, 32, .. "ftypisom"u8], "video/mp4" },
        { "mp4 of a camera", [0, 0, 0, 32, .. "ftypavc1"u8], "video/mp4" },
        { "mov", [0, 0, 0, 20, .. "ftypqt  "u8], "video/quicktime" },
        { "m4a", [0, 0, 0, 20, .. "ftypM4A "u8], "audio/mp4" },
        { "webm", [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x84, .. "webm"u8], "video/webm" },
        { "mkv", [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x82, 0x88, .. "matroska"u8], null },
        { "mp3 with tags", [.. "ID3"u8, 4, 0, 0], "audio/mpeg" },
        { "mp3", [0xFF, 0xFB, 0x90, 0x64], "audio/mpeg" },
        { "UTF-16 text", [0xFF, 0xFE, (byte)'h', 0], null },
        { "ogg", [.. "OggS"u8, 0, 2], "audio/ogg" },
        { "wav", [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVEfmt "u8], "audio/wav" },
        { "another RIFF", [.. "RIFF"u8, 0, 0, 0, 0, .. "AVI LIST"u8], null },
        { "zip", Samples.Zip("photos/one.jpg"), "application/zip" },
        { "zip with a word folder", Samples.Zip("word/list.txt"), "application/zip" },
        { "docx", Samples.Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml"), MediaTypes.Docx },
        { "xlsx", Samples.Zip("[Content_Types].xml", "xl/workbook.xml"), MediaTypes.Xlsx },
        { "html", [.. "<!doctype html><script>alert(1)</script>"u8], null },
        { "svg", [.. "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8], null },
        { "program", [.. "MZ"u8, 0x90, 0, 3, 0], null },
        { "short", [0x89], null },
        { "empty", [], null },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void The_content_says_what_a_file_is(string what, byte[] head, string? expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, MediaTypes.Find(head));
    }

    [Theory]
    [InlineData("plain words\r\n\twith tabs", true)]
    [InlineData("Привет, €, 😀", true)]
    [InlineData("", true)]
    [InlineData("a\0b", false)]
    [InlineData("\u001b[31mred", false)]
    public void Text_is_what_has_no_control_characters(string words, bool isText)
    {
        // However it is cut: in the middle of characters too.
        var bytes = Encoding.UTF8.GetBytes(words);
        for (var size = 1; size <= Math.Max(1, bytes.Length); size++)
        {
            var check = new TextCheck();
            foreach (var piece in bytes.Chunk(size))
                check.Take(piece);
            Assert.Equal(isText, check.IsText);
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xC3 })] // half a character
    [InlineData(new byte[] { (byte)'a', 0xFF, (byte)'b' })]
    [InlineData(new byte[] { 0xC0, 0xAF })] // overlong
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })] // half a surrogate pair
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80 })]
    public void Text_is_well_formed(byte[] bytes)
    {
        var check = new TextCheck();
        check.Take(bytes);
        Assert.False(check.IsText);
    }

    [Theory]
    [InlineData("photo.jpg", "photo.jpg")]
    [InlineData(@"C:\Users\anna\photo.jpg", "photo.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("exe.\u202Egnp", "exe.gnp")]
    [InlineData("Счёт\r\nX: 1.pdf", "СчётX: 1.pdf")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    public void A_name_is_for_people_alone(string? given, string kept) => Assert.Equal(kept, FileNames.Clean(given));
}

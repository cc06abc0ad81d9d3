using SiteAccess.Api.Attachments;

namespace SiteAccess.UnitTests.Attachments;

public class ImageSizeTests
{
    public static TheoryData<string, byte[], int, int> Pictures => new()
    {
        { MediaTypes.Png, Samples.Png(640, 480), 640, 480 },
        { MediaTypes.Gif, Samples.Gif(320, 200), 320, 200 },
        { MediaTypes.WebP, Samples.LossyWebP(550, 368), 550, 368 },
        { MediaTypes.WebP, Samples.LosslessWebP(386, 395), 386, 395 },
        { MediaTypes.WebP, Samples.ExtendedWebP(4000, 3000), 4000, 3000 },
        { MediaTypes.Jpeg, Samples.Jpeg(4032, 3024), 4032, 3024 },
        { MediaTypes.Jpeg, Samples.Jpeg(4032, 3024, orientation: 1), 4032, 3024 },
        { MediaTypes.Jpeg, Samples.Jpeg(4032, 3024, orientation: 6), 3024, 4032 },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void The_header_tells_how_large_it_is_shown(string type, byte[] head, int width, int height) =>
        Assert.Equal(new ImageSize(width, height), ImageSize.Find(type, head));

    public static TheoryData<string, byte[]> Others => new()
    {
        { MediaTypes.Png, Samples.Png(50_000, 50_000) },
        { MediaTypes.Png, Samples.Png(0, 10) },
        { MediaTypes.Png, Samples.Png(-1, 10) },
        { MediaTypes.Png, Samples.PixelPng[..20] },
        { MediaTypes.Gif, Samples.Gif(65_535, 65_535) },
        { MediaTypes.Jpeg, Samples.Jpeg(60_000, 60_000) },
        { MediaTypes.Jpeg, Samples.Jpeg(10, 10)[..12] },
        { MediaTypes.WebP, Samples.LossyWebP(10, 10)[..20] },
        { MediaTypes.Heic, Samples.Png(10, 10) },
        { MediaTypes.Pdf, Samples.Png(10, 10) },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_too_large_or_not_readable_is_not_shown(string type, byte[] head) => Assert.Null(ImageSize.Find(type, head));

    [Fact]
    public void No_header_however_broken_is_a_failure()
    {
        // Every prefix of every sample, and each with one byte turned.
        var random = new Random(5);
        foreach (var (type, head) in Pictures.Select(row => (row.Data.Item1, row.Data.Item2)))
        {
            for (var length = 0; length <= head.Length; length++)
                ImageSize.Find(type, head.AsSpan(0, length));
            for (var round = 0; round < 2_000; round++)
            {
                var broken = head.ToArray();
                broken[random.Next(2, broken.Length)] = (byte)random.Next(256);
                ImageSize.Find(type, broken);
                MediaTypes.Find(broken);
            }
        }
    }
}

namespace SiteAccess.Api.Attachments;

/// <summary>What holds for files in every channel, and what a channel begins with.</summary>
static class AttachmentRules
{
    public const long DefaultMaxBytes = 20 * 1024 * 1024;

    public const int DefaultMaxCount = 10;

    /// <summary>Files in one message at most, whatever the channel says.</summary>
    public const int MaxCount = 50;

    /// <summary>Files that one person may have uploaded into a conversation without having sent them.</summary>
    public const int MaxWaiting = 50;

    public const int MaxNameLength = 200;

    /// <summary>How long an upload waits for its message.</summary>
    public static readonly TimeSpan WaitingLife = TimeSpan.FromHours(24);

    /// <summary>All that <see cref="MediaTypes"/> knows by content. What it does not know (programs among it) has to be allowed by name.</summary>
    public static readonly IReadOnlyList<string> DefaultTypes =
    [
        MediaTypes.Png, MediaTypes.Jpeg, MediaTypes.Gif, MediaTypes.WebP, MediaTypes.Heic, MediaTypes.Pdf, MediaTypes.Mp4, MediaTypes.QuickTime,
        MediaTypes.WebM, MediaTypes.Mp3, MediaTypes.Mp4Audio, MediaTypes.Ogg, MediaTypes.Wav, MediaTypes.Zip, MediaTypes.Docx, MediaTypes.Xlsx,
        MediaTypes.Text,
    ];
}

namespace SiteAccess.Contracts.Attachments;

/// <summary>What files a channel takes.</summary>
/// <param name="MaxBytes">The largest file.</param>
/// <param name="MaxCount">Files in one message at most; 0 when it takes none.</param>
/// <param name="Types">Media types, as the files' content shows them.</param>
public sealed record AttachmentLimits(long MaxBytes, int MaxCount, IReadOnlyList<string> Types);

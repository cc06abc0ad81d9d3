namespace SiteAccess.Contracts.Attachments;

/// <summary>Asks for addresses under which a browser gets files without a token.</summary>
/// <param name="Ids">The files, at most <see cref="MaxIds"/>.</param>
public sealed record AskAttachmentAddresses(IReadOnlyList<Guid> Ids)
{
    /// <summary>Files in one request at most.</summary>
    public const int MaxIds = 100;
}

/// <summary>The addresses, without those files that are not the caller's to see.</summary>
/// <param name="Items">One per file.</param>
public sealed record AttachmentAddresses(IReadOnlyList<AttachmentAddress> Items);

/// <summary>Where a browser gets a file, for a few minutes. Whoever has the address has the file.</summary>
/// <param name="Id">The attachment.</param>
/// <param name="Url">Downloads it; a path on Api.</param>
/// <param name="PreviewUrl">Shows it; a path on Api. Only for pictures that were found safe to show.</param>
/// <param name="ExpiresAt">When both end, UTC.</param>
public sealed record AttachmentAddress(Guid Id, string Url, string? PreviewUrl, DateTimeOffset ExpiresAt);

namespace SiteAccess.Api.Visitors;

/// <summary>What one browser proves itself with; a visitor known by a signed identity has one in each browser.</summary>
sealed class VisitorKey
{
    /// <summary>SHA-256 of the key, which itself is never stored.</summary>
    public required byte[] KeyHash { get; init; }

    public required Guid VisitorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

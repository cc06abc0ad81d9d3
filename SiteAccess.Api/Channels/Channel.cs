using SiteAccess.Api.Attachments;
using SiteAccess.Contracts.Attachments;

namespace SiteAccess.Api.Channels;

/// <summary>A site that visitors come through.</summary>
sealed class Channel
{
    public const int HighestLimit = 100;

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The public key in the site's tag.</summary>
    public required string Key { get; init; }

    /// <summary>Signs visitors' identities (HMAC-SHA256). Known to the site's server, never to its pages.</summary>
    public required string Secret { get; set; }

    /// <summary>Whether an identity without its signature is refused.</summary>
    public bool RequiresSignedIdentity { get; set; }

    /// <summary>Origins (RFC 6454) of the pages that may hold the widget.</summary>
    public List<string> AllowedOrigins { get; set; } = [];

    /// <summary>The widget's colour, <c>#RRGGBB</c>; null for the standard one.</summary>
    public string? Accent { get; set; }

    /// <summary>Whether new conversations go to an available operator by themselves.</summary>
    public bool AssignsAutomatically { get; set; }

    /// <summary>So many open conversations an operator gets in this way, and no more.</summary>
    public int OperatorLimit { get; set; } = 10;

    /// <summary>The largest file that may be sent, in bytes.</summary>
    public long AttachmentMaxBytes { get; set; } = AttachmentRules.DefaultMaxBytes;

    /// <summary>Files in one message at most; 0 for none at all.</summary>
    public int AttachmentMaxCount { get; set; } = AttachmentRules.DefaultMaxCount;

    /// <summary>Media types of files that may be sent, as their content shows them.</summary>
    public List<string> AttachmentTypes { get; set; } = [.. AttachmentRules.DefaultTypes];

    /// <summary>Whether operators see what a visitor writes before it is sent.</summary>
    public bool ShowsDrafts { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What files it takes; null when it takes none.</summary>
    public AttachmentLimits? Attachments =>
        AttachmentMaxCount > 0 && AttachmentTypes.Count > 0 ? new(AttachmentMaxBytes, AttachmentMaxCount, AttachmentTypes) : null;
}

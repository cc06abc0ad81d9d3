namespace SiteAccess.Api.Channels;

/// <summary>A site that visitors come through.</summary>
sealed class Channel
{
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

    /// <summary>Whether operators see what a visitor writes before it is sent.</summary>
    public bool ShowsDrafts { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

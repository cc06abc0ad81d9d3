namespace SiteAccess.Api.Visitors;

/// <summary>A person on a site.</summary>
sealed class Visitor
{
    public required Guid Id { get; init; }

    public required Guid ChannelId { get; init; }

    /// <summary>The site's own id of this person; set only by a signed identity, so that nobody claims another's history.</summary>
    public string? UserId { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>Language tag (BCP 47).</summary>
    public string? Locale { get; set; }

    /// <summary>Time zone (IANA).</summary>
    public string? TimeZone { get; set; }

    public string? UserAgent { get; set; }

    public string? PageUrl { get; set; }

    public string? PageTitle { get; set; }

    public string? Referrer { get; set; }

    /// <summary>What operators know of them besides, by name.</summary>
    public Dictionary<string, string> Attributes { get; set; } = [];

    /// <summary>Since when they may neither come nor write; null for everybody else.</summary>
    public DateTimeOffset? BlockedAt { get; set; }

    /// <summary>The operator who blocked them.</summary>
    public Guid? BlockedById { get; set; }

    /// <summary>When the visit began that is or was their last; null before the first page was told.</summary>
    public DateTimeOffset? VisitStartedAt { get; set; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }
}

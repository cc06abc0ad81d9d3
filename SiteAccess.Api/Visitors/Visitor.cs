using SiteAccess.Api.Data;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.Api.Visitors;

/// <summary>A person on a site.</summary>
sealed class Visitor
{
    /// <summary>Who was not seen for as long begins another visit.</summary>
    public static readonly TimeSpan VisitGap = TimeSpan.FromMinutes(30);

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

    public required DateTimeOffset FirstSeenAt { get; set; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Notes that they are here, on a page if one was told. Who comes back after a while begins a new visit.</summary>
    public void Visit(VisitorPage? page, DateTimeOffset now)
    {
        VisitStartedAt = VisitStartedAt is null || now - LastSeenAt > VisitGap ? now : VisitStartedAt;
        LastSeenAt = now;
        if (PlainText.Clip(page?.Url, VisitorLimits.Url) is not { } url)
            return;
        PageUrl = url;
        PageTitle = PlainText.Clip(page?.Title, VisitorLimits.Title);
        Referrer = PlainText.Clip(page?.Referrer, VisitorLimits.Url) ?? Referrer;
    }

    /// <summary>Takes over what is known of another who is the same person; what is known already stays.</summary>
    public void Absorb(Visitor other)
    {
        UserId ??= other.UserId;
        Name ??= other.Name;
        Email ??= other.Email;
        Attributes = other.Attributes.Concat(Attributes).GroupBy(pair => pair.Key).ToDictionary(same => same.Key, same => same.Last().Value);
        (BlockedAt, BlockedById) = BlockedAt is null ? (other.BlockedAt, other.BlockedById) : (BlockedAt, BlockedById);
        FirstSeenAt = other.FirstSeenAt < FirstSeenAt ? other.FirstSeenAt : FirstSeenAt;
        if (other.LastSeenAt <= LastSeenAt)
            return;
        (LastSeenAt, VisitStartedAt) = (other.LastSeenAt, other.VisitStartedAt);
        (Locale, TimeZone, UserAgent) = (other.Locale, other.TimeZone, other.UserAgent);
        (PageUrl, PageTitle, Referrer) = (other.PageUrl, other.PageTitle, other.Referrer);
    }
}

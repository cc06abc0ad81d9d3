namespace SiteAccess.Api.Visitors;

/// <summary>A page that a visitor looked at in their present or last visit; those of earlier visits are not kept.</summary>
sealed class VisitorPageView
{
    public required Guid Id { get; init; }

    public required Guid VisitorId { get; init; }

    public required string Url { get; init; }

    public string? Title { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}

namespace SiteAccess.Api.Teams;

/// <summary>Operators who share conversations, across channels.</summary>
sealed class Team
{
    public const int MaxName = 100;

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

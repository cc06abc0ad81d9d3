namespace SiteAccess.Api.Teams;

/// <summary>An operator in a team.</summary>
sealed class TeamMember
{
    public required Guid TeamId { get; init; }

    public required Guid OperatorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

namespace SiteAccess.Api.Operators;

/// <summary>
/// An operator's signed-in place: a browser of the operator app, or a client of the REST API. The secrets themselves are
/// never stored, only their SHA-256.
/// </summary>
sealed class OperatorSession
{
    public required Guid Id { get; init; }

    public required Guid OperatorId { get; init; }

    /// <summary>Names the session; the same for its whole life.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>The rotating half of a refresh token; null in sessions of the operator app, which have none.</summary>
    public byte[]? RotationHash { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastUsedAt { get; set; }

    /// <summary>Slides with every use.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? UserAgent { get; init; }

    public string? Address { get; init; }
}

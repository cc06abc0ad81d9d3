using SiteAccess.Contracts.CannedResponses;

namespace SiteAccess.Api.CannedResponses;

/// <summary>An answer that operators keep ready.</summary>
sealed class CannedResponse
{
    public required Guid Id { get; init; }

    /// <summary>The channel that it is for; null for all.</summary>
    public Guid? ChannelId { get; set; }

    /// <summary>What follows the slash; lower case, so that it is found however it is typed.</summary>
    public required string Shortcut { get; set; }

    public required string Body { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public CannedResponseView ToView() => new(Id, ChannelId, Shortcut, Body);
}

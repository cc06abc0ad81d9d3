namespace SiteAccess.Api.Channels;

/// <summary>An operator who answers a channel's visitors. Without this row they see nothing of it.</summary>
sealed class ChannelMember
{
    public required Guid ChannelId { get; init; }

    public required Guid OperatorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

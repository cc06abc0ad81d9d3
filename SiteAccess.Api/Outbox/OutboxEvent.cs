namespace SiteAccess.Api.Outbox;

/// <summary>A fact to be told on the bus, committed together with what it tells of.</summary>
sealed class OutboxEvent
{
    public required Guid Id { get; init; }

    /// <summary>The order of writing: within a conversation, whose row is locked meanwhile, the order of committing too.</summary>
    public long Position { get; init; }

    /// <summary>One of <see cref="Contracts.Hub.HubEvents"/>.</summary>
    public required string Type { get; init; }

    public required Guid ChannelId { get; init; }

    public Guid? ConversationId { get; init; }

    public long? Seq { get; init; }

    /// <summary>W3C trace context of what caused it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>JSON, in the form in which clients get it.</summary>
    public required string Payload { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was told; null while it was not.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}

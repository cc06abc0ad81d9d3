namespace SiteAccess.Api.Outbox;

/// <summary>
/// The events of one commit, written together with what they tell of, and deleted when they were told. One row a commit, not one
/// an event: under load a commit holds the messages of hundreds of conversations.
/// </summary>
sealed class OutboxBatch
{
    /// <summary>The order of writing: within a conversation, whose row is locked meanwhile, the order of committing too.</summary>
    public long Position { get; init; }

    /// <summary>A JSON array (UTF-8) of events in the form in which they go over the bus, in their order.</summary>
    public required byte[] Events { get; init; }

    /// <summary>How many they are.</summary>
    public required int EventCount { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

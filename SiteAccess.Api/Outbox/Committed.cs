namespace SiteAccess.Api.Outbox;

/// <summary>Events that were committed and are to be told.</summary>
/// <param name="Position">Their row in the outbox.</param>
/// <param name="Facts">The events.</param>
sealed record Committed(long Position, IReadOnlyList<Fact> Facts);

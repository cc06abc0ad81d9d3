namespace SiteAccess.BareHub;

/// <summary>What the hub does with a message.</summary>
enum Rung
{
    /// <summary>Acknowledges and delivers it.</summary>
    Bare,

    /// <summary>Asks for a token at the door.</summary>
    Tokens,

    /// <summary>Commits it to Postgres before it acknowledges.</summary>
    Postgres,

    /// <summary>Commits an event with it, which is deleted when it was told.</summary>
    Outbox,
}

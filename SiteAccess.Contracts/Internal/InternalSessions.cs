using SiteAccess.Contracts.Operators;

namespace SiteAccess.Contracts.Internal;

/// <summary>Signs an operator in to the operator app.</summary>
/// <param name="Email">The operator's address.</param>
/// <param name="Password">The password.</param>
/// <param name="UserAgent">Their browser, for the list of sessions.</param>
/// <param name="Address">Their network address, for lockout and audit.</param>
public sealed record StartOperatorSession(string Email, string Password, string? UserAgent = null, string? Address = null);

/// <summary>A session of the operator app.</summary>
/// <param name="SessionSecret">Opaque; kept in the app's cookie, stored hashed.</param>
/// <param name="ExpiresAt">When it ends, UTC.</param>
/// <param name="Operator">Who signed in.</param>
public sealed record OperatorSessionView(string SessionSecret, DateTimeOffset ExpiresAt, OperatorView Operator);

/// <summary>Names a session by its secret.</summary>
/// <param name="SessionSecret">The secret.</param>
public sealed record OperatorSessionRef(string SessionSecret);

/// <summary>An access token for a session of the operator app.</summary>
/// <param name="AccessToken">Bearer token, good for minutes.</param>
/// <param name="ExpiresAt">When it ends, UTC.</param>
/// <param name="Operator">Whose it is.</param>
public sealed record OperatorAccess(string AccessToken, DateTimeOffset ExpiresAt, OperatorView Operator);

/// <summary>Whose access has ended before their tokens have.</summary>
/// <param name="Sessions">Operators' sessions: signed out, or a stolen refresh token, or a new password.</param>
/// <param name="Visitors">Visitors who were blocked.</param>
/// <param name="Merged">Visitors who are another now: they may come again at once, with a new token.</param>
public sealed record AccessRevoked(IReadOnlyList<Guid> Sessions, IReadOnlyList<Guid> Visitors, IReadOnlyList<Guid>? Merged = null);

/// <summary>Names operators' sessions.</summary>
/// <param name="Ids">The sessions, at most <see cref="MaxIds"/>.</param>
public sealed record SessionIds(IReadOnlyList<Guid> Ids)
{
    /// <summary>Ids in one request at most.</summary>
    public const int MaxIds = 1000;
}

/// <summary>A data protection key of the operator app, kept by Api so that every instance reads every cookie.</summary>
/// <param name="FriendlyName">Its name.</param>
/// <param name="Xml">Its content.</param>
public sealed record DataProtectionKeyView(string FriendlyName, string Xml);

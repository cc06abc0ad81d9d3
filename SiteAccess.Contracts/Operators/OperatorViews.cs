namespace SiteAccess.Contracts.Operators;

/// <summary>An operator.</summary>
/// <param name="Id">The operator.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address, which they sign in with.</param>
/// <param name="Role">One of <see cref="OperatorRoles"/>.</param>
/// <param name="State">Whether they take conversations, by their own word.</param>
public sealed record OperatorView(Guid Id, string Name, string Email, string Role, OperatorState State = OperatorState.Online);

/// <summary>What operators may be.</summary>
public static class OperatorRoles
{
    /// <summary>May do everything.</summary>
    public const string Admin = "admin";

    /// <summary>May see and assign everything.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Answers visitors.</summary>
    public const string Operator = "operator";
}

/// <summary>Signs in.</summary>
/// <param name="Email">The operator's address.</param>
/// <param name="Password">The password.</param>
public sealed record SignIn(string Email, string Password);

/// <summary>Asks for a new access token, or ends the session (refresh, logout).</summary>
/// <param name="RefreshToken">The one that came last.</param>
public sealed record RefreshSession(string RefreshToken);

/// <summary>What a client needs to call the API as an operator.</summary>
/// <param name="AccessToken">Bearer token, good for minutes.</param>
/// <param name="RefreshToken">Good for one refresh; the answer brings the next.</param>
/// <param name="ExpiresAt">When the access token ends, UTC.</param>
/// <param name="Operator">Who signed in.</param>
public sealed record OperatorTokens(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt, OperatorView Operator);

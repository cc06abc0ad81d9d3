namespace SiteAccess.Contracts.Hub;

/// <summary>Why the server ends a connection.</summary>
/// <param name="Code">One of <see cref="Errors.ErrorCodes"/>: "connection.too-slow" and "auth.expired" may connect again at once.</param>
public sealed record ConnectionClosing(string Code);

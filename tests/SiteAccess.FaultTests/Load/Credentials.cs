namespace SiteAccess.FaultTests.Load;

/// <summary>How a client gets a token that is good now, and where it says it comes from.</summary>
sealed record Credentials(Func<CancellationToken, Task<string>> Token, string? Origin, bool IsOperator);

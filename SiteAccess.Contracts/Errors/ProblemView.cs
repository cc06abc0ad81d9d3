namespace SiteAccess.Contracts.Errors;

/// <summary>Problem details (RFC 9457) as SiteAccess answers them.</summary>
/// <param name="Type">A reference to the kind of problem.</param>
/// <param name="Title">A short sentence for people.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What happened and what to do.</param>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="RetryAfter">Seconds to wait before a retry, where waiting helps.</param>
/// <param name="Errors">Field → what is wrong with it, for <see cref="ErrorCodes.RequestInvalid"/>.</param>
public sealed record ProblemView(
    string? Type,
    string? Title,
    int? Status,
    string? Detail,
    string? Code,
    int? RetryAfter = null,
    IReadOnlyDictionary<string, string[]>? Errors = null);

using System.Net;

namespace SiteAccess.ServiceDefaults.Internal;

/// <summary>Api refused, or could not be reached.</summary>
/// <param name="code">One of <see cref="Contracts.Errors.ErrorCodes"/>; "server.unavailable" when Api was not reached.</param>
/// <param name="status">The HTTP status; null when there was no answer.</param>
/// <param name="retryAfter">Seconds to wait before a retry, if Api said so.</param>
/// <param name="errors">Field → what is wrong with it, if Api said so.</param>
/// <param name="inner">What failed below.</param>
public sealed class ApiException(
    string code,
    HttpStatusCode? status = null,
    int? retryAfter = null,
    IReadOnlyDictionary<string, string[]>? errors = null,
    Exception? inner = null) : Exception(code, inner)
{
    /// <summary>One of <see cref="Contracts.Errors.ErrorCodes"/>.</summary>
    public string Code { get; } = code;

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Seconds to wait before a retry, if Api said so.</summary>
    public int? RetryAfter { get; } = retryAfter;

    /// <summary>Field → what is wrong with it, if Api said so.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; } = errors;
}

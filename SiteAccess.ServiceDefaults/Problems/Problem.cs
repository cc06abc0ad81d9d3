using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using SiteAccess.Contracts.Errors;

namespace SiteAccess.ServiceDefaults.Problems;

/// <summary>Answers with problem details (RFC 9457) that carry a stable code.</summary>
public static class Problem
{
    /// <summary>The member that holds one of <see cref="ErrorCodes"/>.</summary>
    public const string CodeMember = "code";

    /// <summary>The member that holds the seconds to wait.</summary>
    public const string RetryAfterMember = "retryAfter";

    /// <summary>A problem.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">One of <see cref="ErrorCodes"/>.</param>
    /// <param name="title">A short sentence for people; null for the status's own.</param>
    /// <param name="detail">What happened and what to do.</param>
    /// <param name="retryAfter">Seconds to wait before a retry, where waiting helps.</param>
    public static ProblemHttpResult Of(int status, string code, string? title = null, string? detail = null, int? retryAfter = null)
    {
        var extensions = new Dictionary<string, object?> { [CodeMember] = code };
        if (retryAfter is not null)
        {
            extensions[RetryAfterMember] = retryAfter;
        }

        return TypedResults.Problem(detail, statusCode: status, title: title, extensions: extensions);
    }

    /// <summary>The code for a status when nothing more is known.</summary>
    /// <param name="status">The HTTP status.</param>
    public static string CodeFor(int? status) => status switch
    {
        StatusCodes.Status401Unauthorized => ErrorCodes.AuthRequired,
        StatusCodes.Status403Forbidden => ErrorCodes.AuthForbidden,
        StatusCodes.Status404NotFound => ErrorCodes.NotFound,
        StatusCodes.Status429TooManyRequests => ErrorCodes.RequestTooMany,
        StatusCodes.Status503ServiceUnavailable => ErrorCodes.ServerUnavailable,
        >= 400 and < 500 => ErrorCodes.RequestInvalid,
        _ => ErrorCodes.ServerError,
    };
}

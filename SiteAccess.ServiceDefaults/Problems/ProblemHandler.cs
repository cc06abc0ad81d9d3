using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Polly.Timeout;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.ServiceDefaults.Problems;

/// <summary>Answers for an exception that nobody caught; its text goes to the log and nowhere else.</summary>
sealed class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var (status, code) = exception switch
        {
            BadHttpRequestException bad => (bad.StatusCode, ErrorCodes.RequestInvalid),
            RedisUnavailableException or HttpRequestException or TimeoutRejectedException or ApiException { Code: ErrorCodes.ServerUnavailable } =>
                (StatusCodes.Status503ServiceUnavailable, ErrorCodes.ServerUnavailable),
            _ => (StatusCodes.Status500InternalServerError, ErrorCodes.ServerError),
        };
        if (status >= StatusCodes.Status500InternalServerError)
        {
            log.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
        }

        context.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Status = status, Extensions = { [Problem.CodeMember] = code } },
        });
    }
}

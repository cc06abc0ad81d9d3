using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Api.Data;

/// <summary>Answers 503 while Postgres is away, so that clients know to come back.</summary>
sealed class DatabaseUnavailableHandler(ILogger<DatabaseUnavailableHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!IsAway(exception))
            return false;
        log.LogWarning("{Method} {Path}: the database is away: {Reason}", httpContext.Request.Method, httpContext.Request.Path, exception.Message);
        var problem = Problem.Of(StatusCodes.Status503ServiceUnavailable, ErrorCodes.ServerUnavailable, retryAfter: 1);
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    static bool IsAway(Exception? failure) => failure switch
    {
        null => false,
        DbException { IsTransient: true } or RetryLimitExceededException => true,
        _ => IsAway(failure.InnerException),
    };
}

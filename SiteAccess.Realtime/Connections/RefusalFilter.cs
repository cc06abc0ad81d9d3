using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Errors;
using SiteAccess.Realtime.Metrics;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.Realtime.Connections;

/// <summary>Makes every failure of a hub method a code; what failed inside goes to the log alone.</summary>
sealed class RefusalFilter(ILogger<RefusalFilter> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return invocation.HubMethodArguments.Contains(null) ? throw new HubException(ErrorCodes.RequestInvalid) : await next(invocation);
        }
        catch (Exception failure)
        {
            var (code, text) = Tell(failure, invocation.HubMethodName);
            RealtimeMetrics.NoteError(code);
            throw new HubException(text, failure);
        }
    }

    (string Code, string Text) Tell(Exception failure, string method)
    {
        switch (failure)
        {
            case HubException:
                return (failure.Message, failure.Message);
            case ApiException refusal:
                return (refusal.Code, Refusal.Text(refusal));
            case RedisUnavailableException or TimeoutException or OperationCanceledException:
                return (ErrorCodes.ServerUnavailable, ErrorCodes.ServerUnavailable);
            default:
                log.LogError(failure, "{Method} failed", method);
                return (ErrorCodes.ServerError, ErrorCodes.ServerError);
        }
    }
}

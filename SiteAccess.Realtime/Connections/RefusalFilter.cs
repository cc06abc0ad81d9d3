using Microsoft.AspNetCore.SignalR;
using SiteAccess.Contracts.Errors;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.Realtime.Connections;

/// <summary>Makes every failure of a hub method a code; what failed inside goes to the log alone.</summary>
sealed class RefusalFilter(ILogger<RefusalFilter> log) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (invocation.HubMethodArguments.Contains(null))
        {
            throw new HubException(ErrorCodes.RequestInvalid);
        }

        try
        {
            return await next(invocation);
        }
        catch (ApiException refusal)
        {
            throw new HubException(Refusal.Text(refusal), refusal);
        }
        catch (Exception failure) when (failure is RedisUnavailableException or TimeoutException or OperationCanceledException)
        {
            throw new HubException(ErrorCodes.ServerUnavailable, failure);
        }
        catch (Exception failure) when (failure is not HubException)
        {
            log.LogError(failure, "{Method} failed", invocation.HubMethodName);
            throw new HubException(ErrorCodes.ServerError, failure);
        }
    }
}

using Microsoft.AspNetCore.SignalR;

namespace SiteAccess.Realtime.Connections;

/// <summary>Counts the calls that clients wait for, so that a node that goes does not leave in the middle of one.</summary>
sealed class CallsUnderWay : IHubFilter
{
    int _count;

    public int Count => Volatile.Read(ref _count);

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        Interlocked.Increment(ref _count);
        try
        {
            return await next(invocation);
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    }
}

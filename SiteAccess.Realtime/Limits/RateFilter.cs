using Microsoft.AspNetCore.SignalR;
using SiteAccess.Realtime.Connections;

namespace SiteAccess.Realtime.Limits;

/// <summary>Counts every call of a hub method before it runs.</summary>
sealed class RateFilter(Rates rates) : IHubFilter
{
    public ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var connection = HubConnection.Of(invocation.Context);
        if (invocation.HubMethodName == nameof(LiveHub.SendMessage))
        {
            rates.CountMessage(connection);
        }
        else
        {
            rates.CountRequest(connection);
        }

        return next(invocation);
    }
}

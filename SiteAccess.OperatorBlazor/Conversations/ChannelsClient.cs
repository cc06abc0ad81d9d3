using SiteAccess.Contracts.Channels;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>Which channels an operator belongs to, over Api's internal routes.</summary>
/// <param name="http">Leads to Api, with this service's token.</param>
public sealed class ChannelsClient(HttpClient http) : ApiClient(http)
{
    /// <summary>The operator's channels.</summary>
    /// <exception cref="ApiException">No answer.</exception>
    public Task<ChannelSummary[]> OfAsync(Guid operatorId, CancellationToken token) =>
        GetAsync<ChannelSummary[]>($"/internal/operators/{operatorId:D}/channels", token);
}

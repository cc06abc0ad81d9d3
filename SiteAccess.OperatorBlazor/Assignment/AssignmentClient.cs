using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Teams;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Assignment;

/// <summary>Who could have which conversations, at Api.</summary>
/// <param name="api">Api.</param>
public sealed class AssignmentClient(OperatorApi api)
{
    const string Root = "/api/v1/channels";

    /// <summary>To whom a conversation of a channel may be given.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<AssignChoices> ChoicesAsync(Guid channelId, CancellationToken token) =>
        api.ReadAsync<AssignChoices>($"{Root}/{channelId:D}/assign-choices", token);

    /// <summary>The operator's channels, with how they assign.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<ChannelSummary[]> ChannelsAsync(CancellationToken token) => api.ReadAsync<ChannelSummary[]>(Root, token);

    /// <summary>Changes how a channel assigns.</summary>
    /// <exception cref="ApiException">Api refused, or did not answer.</exception>
    public Task<ChannelSummary> ChangeAsync(Guid channelId, ChangeChannel change, CancellationToken token) =>
        api.WriteAsync<ChangeChannel, ChannelSummary>(HttpMethod.Patch, $"{Root}/{channelId:D}", change, token);
}

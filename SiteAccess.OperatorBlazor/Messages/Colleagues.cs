using System.Text.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Channels;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>Who can be called in a note: the members of each channel, fetched once a circuit and again when that failed.</summary>
/// <param name="api">Api.</param>
public sealed class Colleagues(OperatorApi api)
{
    readonly Dictionary<Guid, string> _known = [];

    /// <summary>The members as the browser reads them (wwwroot/js/completions.js); none while Api is away.</summary>
    public async Task<string> OfAsync(Guid channelId)
    {
        if (_known.TryGetValue(channelId, out var known)) return known;
        try
        {
            var members = await api.ReadAsync<ChannelMemberView[]>($"/api/v1/channels/{channelId:D}/members", CancellationToken.None);
            return _known[channelId] = JsonSerializer.Serialize(members, WireJson.Options);
        }
        catch (ApiException)
        {
            return "[]"; // The bar above says that Api is away; a note can be written without.
        }
    }
}

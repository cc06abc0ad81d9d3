using System.Text.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.CannedResponses;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.CannedResponses;

/// <summary>What the composer offers after a slash: fetched at most once a minute, when a conversation is opened.</summary>
/// <param name="client">Api's responses.</param>
/// <param name="time">The clock.</param>
public sealed class CannedAnswers(CannedResponsesClient client, TimeProvider time)
{
    static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    CannedResponseView[] _known = [];
    DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>Those for a channel as the browser reads them (wwwroot/js/completions.js); those known before while Api is away.</summary>
    public async Task<string> OfAsync(Guid channelId)
    {
        if (time.GetUtcNow() - _readAt > Freshness)
        {
            try
            {
                _known = await client.ListAsync(CancellationToken.None);
                _readAt = time.GetUtcNow();
            }
            catch (ApiException)
            {
                // The bar above says that Api is away; one can write without.
                _readAt = DateTimeOffset.MinValue;
            }
        }

        return JsonSerializer.Serialize(
            _known.Where(response => response.ChannelId is null || response.ChannelId == channelId)
                .Select(response => new { response.Shortcut, response.Body }),
            WireJson.Options);
    }

    /// <summary>Some were changed here: the next conversation that is opened fetches them.</summary>
    public void Forget() => _readAt = DateTimeOffset.MinValue;
}

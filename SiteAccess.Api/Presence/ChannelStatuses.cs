using SiteAccess.Contracts.Channels;
using SiteAccess.ServiceDefaults.Presence;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.Api.Presence;

/// <summary>Whether somebody would answer now.</summary>
sealed class ChannelStatuses(PresenceBoard board)
{
    /// <summary>The channel's status; offline while the board cannot be asked, since messages are kept either way.</summary>
    public async Task<ChannelStatus> GetAsync(Guid channelId, CancellationToken cancellation)
    {
        try
        {
            return await board.GetStatusAsync(channelId, cancellation);
        }
        catch (RedisUnavailableException)
        {
            return ChannelStatus.Offline;
        }
    }
}

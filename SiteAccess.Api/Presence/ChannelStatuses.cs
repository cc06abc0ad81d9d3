using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Operators;
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

    /// <summary>The operators who are connected, each with their own word; nobody while the board cannot be asked.</summary>
    public async Task<IReadOnlyDictionary<Guid, OperatorState>> ListStatesAsync(Guid channelId, CancellationToken cancellation)
    {
        try
        {
            return await board.ListStatesAsync(channelId, cancellation);
        }
        catch (RedisUnavailableException)
        {
            return new Dictionary<Guid, OperatorState>();
        }
    }
}

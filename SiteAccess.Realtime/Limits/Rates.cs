using Microsoft.Extensions.Options;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Realtime.Connections;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.Limits;

/// <summary>Counts what people do on this node, per person, per network address and per channel.</summary>
sealed class Rates(IOptions<HubLimitOptions> options, TimeProvider clock)
{
    readonly Allowances<Actor> _sendersOfMessages = new(options.Value.MessagesPerToken, clock);
    readonly Allowances<string> _addressesOfMessages = new(options.Value.MessagesPerAddress, clock);
    readonly Allowances<Guid> _channelsOfMessages = new(options.Value.MessagesPerChannel, clock);
    readonly Allowances<Actor> _askers = new(options.Value.RequestsPerToken, clock);
    readonly Allowances<string> _addressesOfAskers = new(options.Value.RequestsPerAddress, clock);
    readonly Allowances<Actor> _comers = new(options.Value.ConnectionsPerToken, clock);
    readonly Allowances<string> _addressesOfComers = new(options.Value.ConnectionsPerAddress, clock);

    /// <summary>Counts a message. Operators do not count for a channel: a flood of visitors must not silence those who answer.</summary>
    /// <exception cref="ApiException">Too many.</exception>
    public void CountMessage(LiveConnection connection)
    {
        Allow(_sendersOfMessages.TryTake(connection.Actor));
        Allow(_addressesOfMessages.TryTake(connection.Address));
        if (connection.ChannelId is { } channelId)
        {
            Allow(_channelsOfMessages.TryTake(channelId));
        }
    }

    /// <summary>Counts anything else that is asked or said.</summary>
    /// <exception cref="ApiException">Too many.</exception>
    public void CountRequest(LiveConnection connection)
    {
        Allow(_askers.TryTake(connection.Actor));
        Allow(_addressesOfAskers.TryTake(connection.Address));
    }

    /// <summary>Counts a connection that is about to begin.</summary>
    /// <param name="address">Where it comes from.</param>
    /// <param name="actor">Whose it is; null when nobody knows.</param>
    /// <returns>Seconds to wait; null when it may begin.</returns>
    public int? CountConnection(string address, Actor? actor)
    {
        var wait = _addressesOfComers.TryTake(address);
        if (wait == TimeSpan.Zero && actor is not null)
        {
            wait = _comers.TryTake(actor);
        }

        return wait == TimeSpan.Zero ? null : Seconds(wait);
    }

    static void Allow(TimeSpan wait)
    {
        if (wait > TimeSpan.Zero)
        {
            throw new ApiException(ErrorCodes.RequestTooMany, retryAfter: Seconds(wait));
        }
    }

    static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
}

using SiteAccess.Contracts.Bus;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>What one client listens to, put into frames. Used by one reader at a time.</summary>
interface IChannelStream
{
    /// <summary>What the client has not got although it should: at the beginning, and whenever something may have been missed.</summary>
    IAsyncEnumerable<OutgoingFrame> CatchUpAsync(CancellationToken cancellationToken);

    /// <summary>The frames for what came from the bus; none when it is nothing new, or not for this client.</summary>
    IAsyncEnumerable<OutgoingFrame> TurnAsync(BusEvent news, CancellationToken cancellationToken);
}

using Microsoft.Extensions.Options;
using SiteAccess.Contracts.Errors;
using SiteAccess.Realtime.Connections;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>
/// One clock for all of this node's open channels: pings, looks whether something was missed (often while Redis is away), counts
/// unread messages, keeps the tokens' slots, and ends those whose token is over.
/// </summary>
sealed class ChannelPulse(
    LiveConnections connections, TokenSlots slots, RedisGateway redis, TimeProvider clock, IOptions<OpenChannelOptions> options)
    : BackgroundService
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>How often messages are asked for while the bus brings none.</summary>
    const int BeatsWithoutBus = 3;

    long _beats;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        redis.ConnectionRestored += WhenBusIsBack;
        try
        {
            using var timer = new PeriodicTimer(Beat, clock);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                _beats++;
                foreach (var connection in connections.All.OfType<ChannelConnection>())
                {
                    Check(connection);
                }
            }
        }
        finally
        {
            redis.ConnectionRestored -= WhenBusIsBack;
        }
    }

    void Check(ChannelConnection connection)
    {
        if (connection.Until <= clock.GetUtcNow())
        {
            connection.Close(ErrorCodes.AuthExpired);
            return;
        }

        // Each at its own beat, so that not all of them ask at once.
        var turn = _beats + (connection.GetHashCode() & int.MaxValue);
        var isPing = turn % Math.Max(1, (long)options.Value.PingEvery.TotalSeconds) == 0;
        if (isPing)
        {
            connection.Say(ChannelFrames.Ping);
            _ = slots.KeepAsync(connection);
        }

        if (isPing || connection.ConversationId is null || (!redis.IsConnected && turn % BeatsWithoutBus == 0))
        {
            connection.Look();
        }
    }

    // A session's stream fetches what it missed. The staff's cannot: it ends, and the client fetches the list as it comes back.
    void WhenBusIsBack(object? sender, EventArgs restored)
    {
        foreach (var connection in connections.All.OfType<ChannelConnection>())
        {
            if (connection.ConversationId is null)
            {
                connection.Close(ErrorCodes.ServerUnavailable);
            }
            else
            {
                connection.Look();
            }
        }
    }
}

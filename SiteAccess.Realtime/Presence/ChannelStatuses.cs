using System.Collections.Concurrent;
using System.Threading.Channels;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Hub;
using SiteAccess.Realtime.Delivery;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Presence;
using SiteAccess.ServiceDefaults.Redis;

namespace SiteAccess.Realtime.Presence;

/// <summary>
/// Tells this node's visitors whether somebody would answer: when an operator comes or goes, when Redis is back, and every 20 s,
/// because the entries of a node that died end without a word. That the last one has gone is told only after a while: an operator
/// who reloads the page is gone for a second.
/// </summary>
sealed class ChannelStatuses : BackgroundService
{
    static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Doubt = TimeSpan.FromSeconds(4);

    readonly PresenceBoard _board;
    readonly Audiences _audiences;
    readonly EventBus _bus;
    readonly ILogger<ChannelStatuses> _log;
    readonly TimeProvider _clock;
    readonly ConcurrentDictionary<Guid, ChannelStatus> _told = [];
    readonly Dictionary<Guid, long> _emptySince = [];
    readonly Channel<Guid> _toReview = Channel.CreateBounded<Guid>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public ChannelStatuses(PresenceBoard board, Audiences audiences, EventBus bus, TimeProvider clock, ILogger<ChannelStatuses> log)
    {
        (_board, _audiences, _bus, _clock, _log) = (board, audiences, bus, clock, log);
        bus.ConnectionRestored += (_, _) => ReviewAll();
    }

    /// <summary>The status as a visitor who arrives now is told it; the last known one while Redis is away.</summary>
    public async Task<ChannelStatus> GetAsync(Guid channelId, CancellationToken cancellationToken)
    {
        // Somebody else waits there already, so it is looked after: thousands who arrive together do not ask one by one.
        if (_told.TryGetValue(channelId, out var known)
            && (!_bus.IsConnected || _audiences.Count(new Topic(TopicKind.Lobby, channelId)) > 1))
        {
            return known;
        }

        try
        {
            var status = await _board.GetStatusAsync(channelId, cancellationToken);
            if (_told.GetOrAdd(channelId, status) != status)
            {
                Review(channelId); // those who came before have to hear it too
            }

            return status;
        }
        catch (RedisUnavailableException)
        {
            return _told.GetValueOrDefault(channelId, ChannelStatus.Offline);
        }
    }

    /// <summary>Looks again soon.</summary>
    public void Review(Guid channelId) => _toReview.Writer.TryWrite(channelId);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var regularly = new Timer(_ => ReviewAll(), state: null, Pace, Pace);
        await foreach (var channelId in _toReview.Reader.ReadAllAsync(stoppingToken))
        {
            await ReviewAsync(channelId, stoppingToken);
        }
    }

    void ReviewAll()
    {
        foreach (var channelId in _audiences.Channels(TopicKind.Lobby))
        {
            Review(channelId);
        }
    }

    async Task ReviewAsync(Guid channelId, CancellationToken cancellationToken)
    {
        try
        {
            var status = await _board.GetStatusAsync(channelId, cancellationToken);
            if (status != ChannelStatus.Offline)
            {
                _emptySince.Remove(channelId);
            }

            var isKnown = _told.TryGetValue(channelId, out var told) && told == status;
            if (isKnown || (status == ChannelStatus.Offline && IsDoubtful(channelId, cancellationToken)))
            {
                return;
            }

            _told[channelId] = status;
            foreach (var visitor in _audiences.Of(new Topic(TopicKind.Lobby, channelId)))
            {
                visitor.Tell(HubEvents.ChannelStatus, new ChannelStatusView(channelId, status));
            }
        }
        catch (RedisUnavailableException failure)
        {
            _log.LogDebug(failure, "The presence board is out of reach");
        }
    }

    // Nobody is there, but has not been away for long: looks again when the doubt is over.
    bool IsDoubtful(Guid channelId, CancellationToken cancellationToken)
    {
        if (_emptySince.TryGetValue(channelId, out var since))
        {
            return _clock.GetElapsedTime(since) < Doubt;
        }

        _emptySince.Add(channelId, _clock.GetTimestamp());
        _ = LookAgainAsync(channelId, cancellationToken);
        return true;
    }

    async Task LookAgainAsync(Guid channelId, CancellationToken cancellationToken)
    {
        await Task.Delay(Doubt * 1.1, _clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Review(channelId);
    }
}

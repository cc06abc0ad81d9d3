using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Presence;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;
using StackExchange.Redis;

namespace SiteAccess.ServiceDefaults.Presence;

/// <summary>
/// Who is online, in Redis: a sorted set per channel, <c>presence:operators:{channelId}</c> and <c>presence:visitors:{channelId}</c>,
/// with members <c>{personId}|{connectionId}</c> and the entry's end (Unix ms) as score. What nobody refreshes ends by itself.
/// </summary>
/// <param name="redis">Where the board is.</param>
/// <param name="bus">Where changes are told.</param>
/// <param name="clock">The time.</param>
public sealed class PresenceBoard(RedisGateway redis, EventBus bus, TimeProvider clock)
{
    /// <summary>The life of an entry.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    // Takes one connection away and what has ended with it; answers whether the person is still there by another one.
    const string LeaveScript = """
        redis.call('ZREM', KEYS[1], ARGV[1])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
        for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
          if string.sub(member, 1, #ARGV[2]) == ARGV[2] then return 1 end
        end
        return 0
        """;

    /// <summary>Puts a connection on the board and tells the channel.</summary>
    /// <param name="entry">The connection.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away; a later refresh puts it on the board too.</exception>
    public async Task EnterAsync(PresenceEntry entry, CancellationToken cancellationToken = default)
    {
        await RefreshAsync([entry], cancellationToken);
        await TellAsync(entry, isOnline: true, cancellationToken);
    }

    /// <summary>Gives connections their full life again.</summary>
    /// <param name="entries">The connections.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away.</exception>
    public async Task RefreshAsync(IReadOnlyCollection<PresenceEntry> entries, CancellationToken cancellationToken = default)
    {
        var end = (clock.GetUtcNow() + Life).ToUnixTimeMilliseconds();
        foreach (var set in entries.GroupBy(entry => Key(entry.Who, entry.ChannelId)))
        {
            var members = set.Select(entry => new SortedSetEntry(Member(entry), end)).ToArray();
            await redis.CallAsync(db => db.SortedSetAddAsync(set.Key, members, CommandFlags.None), cancellationToken);
            await redis.CallAsync(db => db.KeyExpireAsync(set.Key, Life * 2, CommandFlags.None), cancellationToken);
        }
    }

    /// <summary>Takes a connection off the board; tells the channel if it was the person's last.</summary>
    /// <param name="entry">The connection.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away; the entry then ends by itself.</exception>
    public async Task LeaveAsync(PresenceEntry entry, CancellationToken cancellationToken = default)
    {
        RedisKey key = Key(entry.Who, entry.ChannelId);

        // EVAL in full: the client library's cached scripts fail once after every restart of Redis.
        object[] call = [LeaveScript, 1, key, Member(entry), $"{entry.PersonId:D}|", Now()];
        var isStillHere = await redis.CallAsync(db => db.ExecuteAsync("EVAL", call), cancellationToken);
        if ((int)isStillHere == 0)
        {
            await TellAsync(entry, isOnline: false, cancellationToken);
        }
    }

    /// <summary>Whether somebody would answer in a channel.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away.</exception>
    public async Task<ChannelStatus> GetStatusAsync(Guid channelId, CancellationToken cancellationToken = default)
    {
        RedisKey key = Key(SenderType.Operator, channelId);
        var operators = await redis.CallAsync(db => db.SortedSetLengthAsync(key, Now()), cancellationToken);
        return operators > 0 ? ChannelStatus.Available : ChannelStatus.Offline;
    }

    /// <summary>Who is online in a channel, each once.</summary>
    /// <param name="who">Visitors or operators.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away.</exception>
    public async Task<IReadOnlySet<Guid>> ListAsync(SenderType who, Guid channelId, CancellationToken cancellationToken = default)
    {
        RedisKey key = Key(who, channelId);
        var members = await redis.CallAsync(db => db.SortedSetRangeByScoreAsync(key, Now()), cancellationToken);
        return members.Select(member => Guid.Parse(((string)member!).AsSpan(0, 36))).ToHashSet();
    }

    long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    Task TellAsync(PresenceEntry entry, bool isOnline, CancellationToken cancellationToken) => bus.PublishAsync(
        BusChannels.Presence(entry.ChannelId),
        BusEvents.Of(
            HubEvents.PresenceChanged,
            entry.ChannelId,
            new PresenceView(entry.ChannelId, entry.Who, entry.PersonId, isOnline)),
        cancellationToken);

    static string Key(SenderType who, Guid channelId) =>
        $"presence:{(who == SenderType.Visitor ? "visitors" : "operators")}:{channelId:D}";

    static string Member(PresenceEntry entry) => $"{entry.PersonId:D}|{entry.ConnectionId}";
}

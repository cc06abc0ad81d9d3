using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Operators;
using SiteAccess.Contracts.Presence;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;
using StackExchange.Redis;

namespace SiteAccess.ServiceDefaults.Presence;

/// <summary>
/// Who is online, in Redis: a sorted set per channel, <c>presence:operators:{channelId}</c> and <c>presence:visitors:{channelId}</c>,
/// with members <c>{personId}|{connectionId}</c> and the entry's end (Unix ms) as score. What nobody refreshes ends by itself.
/// Beside it the hash <c>presence:states:{channelId}</c> holds the word of operators who are busy or offline by their own word.
/// </summary>
/// <param name="redis">Where the board is.</param>
/// <param name="bus">Where changes are told.</param>
/// <param name="clock">The time.</param>
public sealed class PresenceBoard(RedisGateway redis, EventBus bus, TimeProvider clock)
{
    /// <summary>The life of an entry. With the time until somebody sweeps, a ghost is gone and told within a minute.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(50);

    // As the script reads them.
    const string Busy = "busy";
    const string Offline = "offline";

    // A command of a thousand members does not hold up the others for long.
    const int MostAtOnce = 1_000;

    // Takes connections away, and with them what has ended; answers the people of whom nothing is left. Whoever asks next finds it
    // done, so each is told once.
    const string LeaveScript = """
        local gone = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
        for i = 2, #ARGV do table.insert(gone, ARGV[i]) end
        if #gone == 0 then return gone end
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
        for i = 2, #ARGV do redis.call('ZREM', KEYS[1], ARGV[i]) end
        local known, people = {}, {}
        for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do known[string.sub(member, 1, 36)] = true end
        for _, member in ipairs(gone) do
          local person = string.sub(member, 1, 36)
          if not known[person] then
            known[person] = true
            table.insert(people, person)
          end
        end
        return people
        """;

    // 0: nobody who takes conversations or would; 1: all of them are busy; 2: somebody is available.
    const string StatusScript = """
        local best = 0
        for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], ARGV[1], '+inf')) do
          local state = redis.call('HGET', KEYS[2], string.sub(member, 1, 36))
          if not state then return 2 end
          if state == 'busy' then best = 1 end
        end
        return best
        """;

    /// <summary>
    /// Puts connections on the board or gives them their full life again. Tells the channels when some were not there: they have just
    /// come, or Redis has lost them, and whoever looked meanwhile has to hear that they are here.
    /// </summary>
    /// <param name="entries">The connections.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away.</exception>
    public Task RefreshAsync(IReadOnlyCollection<PresenceEntry> entries, CancellationToken cancellationToken = default)
    {
        var end = (clock.GetUtcNow() + Life).ToUnixTimeMilliseconds();
        return Task.WhenAll(entries
            .GroupBy(entry => Key(entry.Who, entry.ChannelId))
            .SelectMany(set => set.Chunk(MostAtOnce).Select(some => RefreshAsync(set.Key, some, end, cancellationToken))));
    }

    /// <summary>Takes connections off the board; tells the channels of whom it was the last.</summary>
    /// <param name="entries">The connections.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away; the entries then end by themselves.</exception>
    public Task LeaveAsync(IReadOnlyCollection<PresenceEntry> entries, CancellationToken cancellationToken = default) =>
        Task.WhenAll(entries
            .GroupBy(entry => (entry.Who, entry.ChannelId))
            .SelectMany(set => set.Select(Member).Chunk(MostAtOnce).Select(
                some => TakeAwayAsync(set.Key.Who, set.Key.ChannelId, some, cancellationToken))));

    /// <summary>Takes off what nobody refreshed in a channel, the ghosts of processes that died; tells the channel, once.</summary>
    /// <param name="who">Visitors or operators.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away.</exception>
    public Task SweepAsync(SenderType who, Guid channelId, CancellationToken cancellationToken = default) =>
        TakeAwayAsync(who, channelId, [], cancellationToken);

    /// <summary>Whether somebody would answer in a channel.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away.</exception>
    public async Task<ChannelStatus> GetStatusAsync(Guid channelId, CancellationToken cancellationToken = default)
    {
        object[] call = [StatusScript, 2, (RedisKey)Key(SenderType.Operator, channelId), (RedisKey)StatesKey(channelId), Now()];
        return (int)await redis.CallAsync(db => db.ExecuteAsync("EVAL", call), cancellationToken) switch
        {
            2 => ChannelStatus.Available,
            1 => ChannelStatus.Busy,
            _ => ChannelStatus.Offline,
        };
    }

    /// <summary>Notes an operator's own word in their channels; tells the channels where it is news.</summary>
    /// <param name="operatorId">The operator.</param>
    /// <param name="channelIds">Their channels.</param>
    /// <param name="state">Their word.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away.</exception>
    public Task SetStateAsync(
        Guid operatorId, IReadOnlyCollection<Guid> channelIds, OperatorState state, CancellationToken cancellationToken = default) =>
        Task.WhenAll(channelIds.Select(channelId => SetStateAsync(operatorId, channelId, state, cancellationToken)));

    /// <summary>The operators who are connected in a channel, each with their own word.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away.</exception>
    public async Task<IReadOnlyDictionary<Guid, OperatorState>> ListStatesAsync(Guid channelId, CancellationToken cancellationToken = default)
    {
        var here = ListAsync(SenderType.Operator, channelId, cancellationToken);
        var states = ReadStatesAsync(channelId, cancellationToken);
        var words = await states;
        return (await here).ToDictionary(id => id, id => words.GetValueOrDefault(id));
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

    async Task RefreshAsync(string key, PresenceEntry[] entries, long end, CancellationToken cancellationToken)
    {
        var members = entries.Select(entry => new SortedSetEntry(Member(entry), end)).ToArray();
        var adding = redis.CallAsync(db => db.SortedSetAddAsync(key, members, CommandFlags.None), cancellationToken);
        var living = redis.CallAsync(db => db.KeyExpireAsync(key, Life * 2, CommandFlags.None), cancellationToken);
        await Task.WhenAll(adding, living);
        if (await adding == 0)
        {
            return;
        }

        var states = entries[0].Who == SenderType.Operator ? await ReadStatesAsync(entries[0].ChannelId, cancellationToken) : null;
        await Task.WhenAll(entries.Select(entry => TellAsync(
            new PresenceView(entry.ChannelId, entry.Who, entry.PersonId, IsOnline: true, states?.GetValueOrDefault(entry.PersonId)), cancellationToken)));
    }

    async Task TakeAwayAsync(SenderType who, Guid channelId, string[] members, CancellationToken cancellationToken)
    {
        // EVAL in full: the client library's cached scripts fail once after every restart of Redis.
        object[] call = [LeaveScript, 1, (RedisKey)Key(who, channelId), Now(), .. members];
        var gone = await redis.CallAsync(db => db.ExecuteAsync("EVAL", call), cancellationToken);
        await Task.WhenAll(((string[])gone!).Select(person => TellAsync(
            new PresenceView(channelId, who, Guid.Parse(person), IsOnline: false), cancellationToken)));
    }

    async Task SetStateAsync(Guid operatorId, Guid channelId, OperatorState state, CancellationToken cancellationToken)
    {
        RedisKey key = StatesKey(channelId);
        RedisValue field = operatorId.ToString("D");
        var before = (await ReadStatesAsync(channelId, cancellationToken)).GetValueOrDefault(operatorId);
        if (before == state)
        {
            return;
        }

        await (state == OperatorState.Online
            ? redis.CallAsync(db => db.HashDeleteAsync(key, field), cancellationToken)
            : redis.CallAsync(db => db.HashSetAsync(key, field, state == OperatorState.Busy ? Busy : Offline), cancellationToken));
        var isOnline = (await ListAsync(SenderType.Operator, channelId, cancellationToken)).Contains(operatorId);
        await TellAsync(new PresenceView(channelId, SenderType.Operator, operatorId, isOnline, state), cancellationToken);
    }

    async Task<Dictionary<Guid, OperatorState>> ReadStatesAsync(Guid channelId, CancellationToken cancellationToken)
    {
        RedisKey key = StatesKey(channelId);
        var states = await redis.CallAsync(db => db.HashGetAllAsync(key), cancellationToken);
        return states.ToDictionary(
            entry => Guid.Parse((string)entry.Name!), entry => entry.Value == Busy ? OperatorState.Busy : OperatorState.Offline);
    }

    long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    Task TellAsync(PresenceView news, CancellationToken cancellationToken) => bus.PublishAsync(
        BusChannels.Presence(news.ChannelId), BusEvents.Of(HubEvents.PresenceChanged, news.ChannelId, news), cancellationToken);

    static string Key(SenderType who, Guid channelId) =>
        $"presence:{(who == SenderType.Visitor ? "visitors" : "operators")}:{channelId:D}";

    static string StatesKey(Guid channelId) => $"presence:states:{channelId:D}";

    static string Member(PresenceEntry entry) => $"{entry.PersonId:D}|{entry.ConnectionId}";
}

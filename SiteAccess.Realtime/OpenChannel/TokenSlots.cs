using SiteAccess.ServiceDefaults.Redis;
using StackExchange.Redis;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>
/// How many connections live on one token, across nodes: a sorted set in Redis per token, <c>channel:slots:{jti}</c>, connection →
/// end of its slot (Unix ms). What nobody keeps ends by itself, so a killed node gives its slots back. While Redis is away each
/// node counts its own.
/// </summary>
sealed class TokenSlots(RedisGateway redis, TimeProvider clock, ILogger<TokenSlots> log)
{
    /// <summary>Connections on one token at once.</summary>
    public const int Most = 10;

    static readonly TimeSpan Life = TimeSpan.FromSeconds(90);

    // Forgets slots that ended, and takes one unless all others are taken.
    const string TakeScript = """
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[2])
        if not redis.call('ZSCORE', KEYS[1], ARGV[1]) and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[4]) then return 0 end
        redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
        redis.call('PEXPIREAT', KEYS[1], ARGV[3])
        return 1
        """;

    readonly Lock _gate = new();
    readonly Dictionary<string, int> _here = [];

    /// <returns>Whether there was a slot left.</returns>
    public async Task<bool> TakeAsync(ChannelConnection connection, CancellationToken cancellationToken)
    {
        if (!Count(connection.TokenId, 1))
        {
            return false;
        }

        var isTaken = false;
        try
        {
            isTaken = await EnterAsync(connection, cancellationToken);
        }
        finally
        {
            if (!isTaken)
            {
                Count(connection.TokenId, -1);
            }
        }

        return isTaken;
    }

    /// <summary>Gives a slot its full life again.</summary>
    public Task KeepAsync(ChannelConnection connection) => EnterAsync(connection, CancellationToken.None);

    public async Task FreeAsync(ChannelConnection connection)
    {
        Count(connection.TokenId, -1);
        RedisKey key = Key(connection.TokenId);
        await TryAsync(db => db.SortedSetRemoveAsync(key, connection.Id), CancellationToken.None);
    }

    async Task<bool> EnterAsync(ChannelConnection connection, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        RedisKey key = Key(connection.TokenId);
        object[] call =
            [TakeScript, 1, key, connection.Id, now.ToUnixTimeMilliseconds(), (now + Life).ToUnixTimeMilliseconds(), Most];
        return await TryAsync(async db => (int)await db.ExecuteAsync("EVAL", call) == 1, cancellationToken) ?? true;
    }

    async Task<bool?> TryAsync(Func<IDatabase, Task<bool>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await redis.CallAsync(call, cancellationToken);
        }
        catch (RedisUnavailableException away)
        {
            log.LogDebug(away, "Slots are counted on this node alone");
            return null;
        }
    }

    bool Count(string tokenId, int change)
    {
        lock (_gate)
        {
            var count = _here.GetValueOrDefault(tokenId) + change;
            if (count > Most)
            {
                return false;
            }

            if (count == 0)
            {
                _here.Remove(tokenId);
            }
            else
            {
                _here[tokenId] = count;
            }

            return true;
        }
    }

    static string Key(string tokenId) => $"channel:slots:{tokenId}";
}

using SiteAccess.Contracts.Internal;
using SiteAccess.ServiceDefaults.Redis;
using StackExchange.Redis;

namespace SiteAccess.ServiceDefaults.Seen;

/// <summary>
/// How far both sides of conversations have got, in Redis: a hash <c>seen:{conversationId}</c> that Api writes when it has committed,
/// and that ends by itself. What is there was true once and can only have moved on; what is not there Api knows.
/// </summary>
/// <param name="redis">Where the board is.</param>
public sealed class SeenBoard(RedisGateway redis)
{
    /// <summary>The life of an entry, from its last change on.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    // Fields: visitor delivered and read, operators delivered and read. Two commits may come here in the wrong order.
    const string WriteScript = """
        for i = 1, 4 do
          if tonumber(ARGV[i]) >= tonumber(redis.call('HGET', KEYS[1], tostring(i)) or '0') then redis.call('HSET', KEYS[1], tostring(i), ARGV[i]) end
        end
        redis.call('PEXPIRE', KEYS[1], ARGV[5])
        return 0
        """;

    static readonly RedisValue[] Fields = ["1", "2", "3", "4"];

    /// <summary>Puts committed positions on the board.</summary>
    /// <param name="seen">The positions.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away; the board then knows less, not something else.</exception>
    public Task WriteAsync(IEnumerable<ConversationSeen> seen, CancellationToken cancellationToken) => Task.WhenAll(seen.Select(one =>
    {
        // EVAL in full: the client library's cached scripts fail once after every restart of Redis.
        object[] call =
        [
            WriteScript, 1, (RedisKey)Key(one.ConversationId), one.Visitor.DeliveredSeq, one.Visitor.ReadSeq,
            one.Operators.DeliveredSeq, one.Operators.ReadSeq, (long)Life.TotalMilliseconds,
        ];
        return redis.CallAsync(db => db.ExecuteAsync("EVAL", call), cancellationToken);
    }));

    /// <summary>Reads positions, in the order of the conversations; null for those that are not on the board.</summary>
    /// <param name="conversationIds">Which conversations.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Redis is away.</exception>
    public Task<ConversationSeen?[]> FindAsync(IEnumerable<Guid> conversationIds, CancellationToken cancellationToken) =>
        redis.IsConnected
            ? Task.WhenAll(conversationIds.Select(id => FindAsync(id, cancellationToken)))
            : throw new RedisUnavailableException("Redis is not connected.");

    async Task<ConversationSeen?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var values = await redis.CallAsync(db => db.HashGetAsync(Key(id), Fields, CommandFlags.None), cancellationToken);
        return values.Any(value => value.IsNull)
            ? null
            : new ConversationSeen(
                id, new Reached((long)values[0], (long)values[1]), new Reached((long)values[2], (long)values[3]));
    }

    static string Key(Guid conversationId) => $"seen:{conversationId:D}";
}

using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Microsoft.AspNetCore.SignalR.StackExchangeRedis;

/// <summary>The backplane's connection to Redis: made on first use, never waited for longer than 2 s.</summary>
sealed class RedisLines(RedisOptions options, ILogger log)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    readonly Lock _gate = new();
    Task<ISubscriber>? _subscriber;

    /// <exception cref="TimeoutException">Redis did not answer.</exception>
    /// <exception cref="RedisException">Redis is away.</exception>
    internal async Task PublishAsync(RedisChannel channel, Frame frame, CancellationToken cancellationToken)
    {
        var subscriber = await Subscriber().WaitAsync(Limit, cancellationToken);
        await subscriber.PublishAsync(channel, frame.Write()).WaitAsync(Limit, cancellationToken);
    }

    /// <summary>Listens; while Redis is away the client library keeps the wish and renews it.</summary>
    internal Task SubscribeAsync(RedisChannel channel, Action<Frame> handler) => TryAsync(
        subscriber => subscriber.SubscribeAsync(channel, (_, bytes) => handler(Frame.Read((byte[])bytes!))));

    internal Task UnsubscribeAsync(RedisChannel channel) => TryAsync(subscriber => subscriber.UnsubscribeAsync(channel));

    async Task TryAsync(Func<ISubscriber, Task> act)
    {
        try
        {
            var subscriber = await Subscriber().WaitAsync(Limit);
            await act(subscriber).WaitAsync(Limit);
        }
        catch (Exception failure) when (failure is TimeoutException or RedisException)
        {
            log.LogWarning(failure, "The backplane does not reach Redis");
        }
    }

    Task<ISubscriber> Subscriber()
    {
        lock (_gate)
        {
            return _subscriber is { IsFaulted: false } ? _subscriber : _subscriber = ConnectAsync();
        }
    }

    async Task<ISubscriber> ConnectAsync()
    {
        IConnectionMultiplexer redis = options.ConnectionFactory is { } connect
            ? await connect(TextWriter.Null)
            : await ConnectionMultiplexer.ConnectAsync(options.Configuration);
        return redis.GetSubscriber();
    }
}

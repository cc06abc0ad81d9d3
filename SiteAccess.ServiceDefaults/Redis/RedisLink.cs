using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using SiteAccess.ServiceDefaults.Bus;
using StackExchange.Redis;

namespace SiteAccess.ServiceDefaults.Redis;

/// <summary>One multiplexer (a command link and a subscription link) with a limit on the time and the number of its calls.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore's handle is never asked for, and late calls still release it.")]
sealed class RedisLink
{
    readonly ConnectionMultiplexer _redis;
    readonly SemaphoreSlim _slots = new(RedisLimits.CallsInFlight);

    int _breaks;

    RedisLink(ConnectionMultiplexer redis, Action whenLost)
    {
        _redis = redis;
        redis.ConnectionFailed += (_, _) =>
        {
            Interlocked.Increment(ref _breaks);
            whenLost();
        };
    }

    internal bool IsConnected => _redis.IsConnected;

    /// <summary>Connects; a server that is away gives a link that is not connected, and keeps trying.</summary>
    internal static async Task<RedisLink> OpenAsync(ConfigurationOptions options, Action whenLost)
    {
        var own = options.Clone();
        own.AbortOnConnectFail = false;
        own.ConnectTimeout = (int)RedisLimits.Call.TotalMilliseconds;
        own.SyncTimeout = (int)RedisLimits.Call.TotalMilliseconds;
        var redis = await ConnectionMultiplexer.ConnectAsync(own);
        return new RedisLink(redis, whenLost);
    }

    /// <exception cref="RedisUnavailableException">Not connected, no answer in time, or too many calls under way.</exception>
    internal async Task<T> CallAsync<T>(Func<IDatabase, Task<T>> call, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        if (!_redis.IsConnected)
        {
            throw new RedisUnavailableException("Redis is not connected.");
        }

        if (!await _slots.WaitAsync(RedisLimits.Call, cancellationToken))
        {
            throw new RedisUnavailableException("Too many calls to Redis are under way.");
        }

        var rest = RedisLimits.Call - TimeProvider.System.GetElapsedTime(began);
        return await LimitAsync(Start(call), rest > TimeSpan.Zero ? rest : TimeSpan.Zero, cancellationToken);
    }

    /// <summary>
    /// Publishes in order, waiting for the last answer alone: on one connection it comes after all the others were taken. That it
    /// was one connection is checked, because what is not waited for is lost in silence when the connection breaks.
    /// </summary>
    /// <exception cref="RedisUnavailableException">Not connected, no answer in time, or a break in between.</exception>
    internal async Task PublishAsync(IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
        {
            return;
        }

        var breaks = Volatile.Read(ref _breaks);
        await CallAsync(
            redis =>
            {
                for (var i = 0; i < messages.Count - 1; i++)
                {
                    _ = redis.PublishAsync(Named(messages[i].Channel), Value(messages[i]), CommandFlags.FireAndForget);
                }

                return redis.PublishAsync(Named(messages[^1].Channel), Value(messages[^1]), CommandFlags.None);
            },
            cancellationToken);
        if (Volatile.Read(ref _breaks) != breaks)
        {
            throw new RedisUnavailableException("The connection broke while events were published.");
        }
    }

    internal Task SubscribeAsync(string channel, Action<byte[]> handler) =>
        _redis.GetSubscriber().SubscribeAsync(Named(channel), (_, value) => handler((byte[])value!));

    internal Task UnsubscribeAsync(string channel) => _redis.GetSubscriber().UnsubscribeAsync(Named(channel));

    /// <summary>Whether both links answer. Null: one kept silent, as a hung server or a half-open connection does.</summary>
    internal async Task<bool?> PingAsync()
    {
        try
        {
            await Task.WhenAll(_redis.GetDatabase().PingAsync(), _redis.GetSubscriber().PingAsync()).WaitAsync(RedisLimits.Ping);
            return true;
        }
        catch (TimeoutException)
        {
            return null;
        }
        catch (RedisException)
        {
            return false;
        }
    }

    /// <summary>Closes without waiting for what is under way; waiting is what a hung server would make us do.</summary>
    internal Task CloseAsync() => _redis.CloseAsync(allowCommandsToComplete: false).WaitAsync(RedisLimits.Call);

    internal static RedisChannel Named(string channel) => new(channel, RedisChannel.PatternMode.Literal);

    static RedisValue Value(BusMessage message) =>
        MemoryMarshal.TryGetArray(message.Text, out var part) && part.Offset == 0 && part.Array!.Length == part.Count
            ? part.Array
            : message.Text.ToArray();

    // The slot is held until the call itself is over, not until its caller has given up.
    Task<T> Start<T>(Func<IDatabase, Task<T>> call)
    {
        Task<T> running;
        try
        {
            running = call(_redis.GetDatabase());
        }
        catch (Exception failure)
        {
            running = Task.FromException<T>(failure);
        }

        _ = running.ContinueWith(
            (ended, slots) =>
            {
                _ = ended.Exception; // seen: whoever waited may be gone
                ((SemaphoreSlim)slots!).Release();
            },
            _slots,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return running;
    }

    static async Task<T> LimitAsync<T>(Task<T> running, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await running.WaitAsync(limit, cancellationToken);
        }
        catch (Exception failure) when (failure is TimeoutException or RedisException or ObjectDisposedException)
        {
            throw new RedisUnavailableException("Redis did not answer.", failure);
        }
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SiteAccess.ServiceDefaults.Bus;
using StackExchange.Redis;

namespace SiteAccess.ServiceDefaults.Redis;

/// <summary>
/// The one seam to Redis. Every call ends within 2 s. A watchdog pings both links each second; after two unanswered pings it
/// makes new ones, subscribes them to everything in its own table, swaps, and closes the old ones, because the client library
/// notices neither a hung server nor a half-open connection.
/// </summary>
public sealed class RedisGateway(IOptions<ConfigurationOptions> options, ILogger<RedisGateway> log) : BackgroundService, IAsyncDisposable
{
    readonly Lock _gate = new();
    readonly Dictionary<string, Action<byte[]>> _subscriptions = [];
    RedisLink? _link;
    volatile bool _isConnected;
    int _losses;
    int _unanswered;

    /// <summary>Whether both links answered the last ping.</summary>
    public bool IsConnected => _isConnected;

    /// <summary>Whether Redis has been reached since the start.</summary>
    public bool WasEverConnected { get; private set; }

    /// <summary>Redis is back and every subscription with it; what was published in between is lost to us.</summary>
    public event EventHandler? ConnectionRestored;

    /// <summary>Calls Redis.</summary>
    /// <typeparam name="T">What is answered.</typeparam>
    /// <param name="call">The call; may run although this method gave up waiting, so it has to be idempotent to be retried.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Not connected, or no answer within 2 s.</exception>
    public Task<T> CallAsync<T>(Func<IDatabase, Task<T>> call, CancellationToken cancellationToken) =>
        Volatile.Read(ref _link) is { } link
            ? link.CallAsync(call, cancellationToken)
            : Task.FromException<T>(new RedisUnavailableException("Redis is not connected yet."));

    /// <summary>Publishes many messages in their order, in one round trip.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="RedisUnavailableException">Not all of them were taken within 2 s; some may have passed.</exception>
    internal Task PublishAsync(IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken) =>
        Volatile.Read(ref _link) is { } link
            ? link.PublishAsync(messages, cancellationToken)
            : Task.FromException(new RedisUnavailableException("Redis is not connected yet."));

    /// <summary>Subscribes to a channel, now and on every link to come. One handler per channel; it must not block.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="handler">Gets each message.</param>
    /// <returns>Done when Redis has confirmed it, or 2 s are over.</returns>
    internal Task SubscribeAsync(string channel, Action<byte[]> handler)
    {
        lock (_gate)
        {
            _subscriptions.Add(channel, handler);
            return _link is null ? Task.CompletedTask : SettleAsync(_link.SubscribeAsync(channel, handler));
        }
    }

    /// <summary>Ends a subscription.</summary>
    /// <param name="channel">The channel.</param>
    internal Task UnsubscribeAsync(string channel)
    {
        lock (_gate)
        {
            return _subscriptions.Remove(channel) && _link is not null
                ? SettleAsync(_link.UnsubscribeAsync(channel))
                : Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(RedisLimits.Ping);
        do
        {
            try
            {
                await WatchAsync();
            }
            catch (Exception failure)
            {
                // A name that does not resolve, for instance. Whatever it is, the watch goes on.
                log.LogWarning(failure, "Redis could not be looked after");
                Lose();
            }
        }
        while (await tick.WaitForNextTickAsync(stoppingToken));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _link, null) is { } link)
        {
            await SettleAsync(link.CloseAsync());
        }

        Dispose();
    }

    async Task WatchAsync()
    {
        if (_link is null)
        {
            await UseAsync(await OpenAsync());
        }

        // Taken before the ping: a loss that happens during it counts for the next round.
        var wasLost = Interlocked.Exchange(ref _losses, 0) > 0;
        var answer = await _link!.PingAsync();
        Note(answer == true, wasLost);
        _unanswered = answer is null ? _unanswered + 1 : 0;
        if (_unanswered >= RedisLimits.UnansweredPings && await ReplaceAsync())
        {
            _unanswered = 0;
        }
    }

    void Note(bool answers, bool wasLost)
    {
        _isConnected = answers;
        if (!answers)
        {
            Lose();
        }
        else
        {
            WasEverConnected = true;
            if (wasLost)
            {
                log.LogInformation("Redis is back");
                ConnectionRestored?.Invoke(this, EventArgs.Empty);
            }
        }
    }

    void Lose()
    {
        if (Interlocked.Increment(ref _losses) == 1 && _isConnected)
        {
            log.LogWarning("The connection to Redis is lost");
        }

        _isConnected = false;
    }

    Task<RedisLink> OpenAsync() => RedisLink.OpenAsync(options.Value, Lose);

    async Task<bool> ReplaceAsync()
    {
        var fresh = await OpenAsync();
        if (await fresh.PingAsync() != true)
        {
            await SettleAsync(fresh.CloseAsync());
            return false;
        }

        log.LogWarning("Redis kept silent; its connections were made anew");
        var old = _link!;
        await UseAsync(fresh);
        await SettleAsync(old.CloseAsync());
        return true;
    }

    Task UseAsync(RedisLink fresh)
    {
        lock (_gate)
        {
            var confirmations = _subscriptions.Select(entry => fresh.SubscribeAsync(entry.Key, entry.Value)).ToArray();
            Volatile.Write(ref _link, fresh);
            return SettleAsync(Task.WhenAll(confirmations));
        }
    }

    // What fails here is repaired by the client library's reconnection or by the watchdog.
    async Task SettleAsync(Task task)
    {
        try
        {
            await task.WaitAsync(RedisLimits.Call);
        }
        catch (Exception failure) when (failure is TimeoutException or RedisException or ObjectDisposedException)
        {
            log.LogDebug(failure, "Redis did not confirm");
        }
    }
}

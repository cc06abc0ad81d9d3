using StackExchange.Redis;

namespace Microsoft.AspNetCore.SignalR.StackExchangeRedis;

/// <summary>How the backplane reaches Redis.</summary>
public class RedisOptions
{
    /// <summary>Where Redis is; its ChannelPrefix stands before every channel.</summary>
    public ConfigurationOptions Configuration { get; set; } = new();

    /// <summary>Connects in place of <see cref="Configuration"/>.</summary>
    public Func<TextWriter, Task<IConnectionMultiplexer>>? ConnectionFactory { get; set; }
}

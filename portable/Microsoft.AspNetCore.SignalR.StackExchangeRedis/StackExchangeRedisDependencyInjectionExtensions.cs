// Stands in for Microsoft.AspNetCore.SignalR.StackExchangeRedis 10.0: AddStackExchangeRedis. What it does not do stands in the
// project file.
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.StackExchangeRedis;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets several servers share their hubs by way of Redis.</summary>
public static class StackExchangeRedisDependencyInjectionExtensions
{
    /// <summary>Adds the backplane.</summary>
    /// <param name="signalrBuilder">The hubs.</param>
    /// <param name="redisConnectionString">Where Redis is.</param>
    public static ISignalRServerBuilder AddStackExchangeRedis(this ISignalRServerBuilder signalrBuilder, string redisConnectionString) =>
        signalrBuilder.AddStackExchangeRedis(redisConnectionString, _ => { });

    /// <summary>Adds the backplane.</summary>
    /// <param name="signalrBuilder">The hubs.</param>
    /// <param name="redisConnectionString">Where Redis is.</param>
    /// <param name="configure">Changes the options.</param>
    public static ISignalRServerBuilder AddStackExchangeRedis(
        this ISignalRServerBuilder signalrBuilder, string redisConnectionString, Action<RedisOptions> configure) =>
        signalrBuilder.AddStackExchangeRedis(options =>
        {
            options.Configuration = ConfigurationOptions.Parse(redisConnectionString);
            configure(options);
        });

    /// <summary>Adds the backplane.</summary>
    /// <param name="signalrBuilder">The hubs.</param>
    /// <param name="configure">Changes the options.</param>
    public static ISignalRServerBuilder AddStackExchangeRedis(
        this ISignalRServerBuilder signalrBuilder, Action<RedisOptions> configure)
    {
        signalrBuilder.Services.Configure(configure);
        signalrBuilder.Services.AddSingleton(typeof(HubLifetimeManager<>), typeof(RedisHubLifetimeManager<>));
        return signalrBuilder;
    }
}

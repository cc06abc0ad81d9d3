using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Presence;
using SiteAccess.ServiceDefaults.Seen;

namespace SiteAccess.ServiceDefaults.Redis;

/// <summary>Connects a service to Redis and to what lives there: the event bus and presence.</summary>
public static class RedisExtensions
{
    /// <summary>The connection string's name.</summary>
    public const string ConnectionName = "redis";

    /// <summary>Adds <see cref="EventBus"/>, <see cref="PresenceBoard"/>, <see cref="PresenceKeeper"/>, <see cref="SeenBoard"/> and their health.</summary>
    /// <param name="builder">The application.</param>
    public static void AddEventBus(this IHostApplicationBuilder builder)
    {
        // The gateway connects by itself from the same options, because it has to replace connections; so the health is its own.
        builder.AddRedisClient(ConnectionName, settings => settings.DisableHealthChecks = true);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<RedisGateway>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RedisGateway>());
        builder.Services.AddSingleton<EventBus>();
        builder.Services.AddSingleton<PresenceBoard>();
        builder.Services.AddSingleton<SeenBoard>();
        builder.Services.AddSingleton<PresenceKeeper>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PresenceKeeper>());
        builder.Services.AddHealthChecks().AddCheck<RedisHealthCheck>(ConnectionName);
    }
}

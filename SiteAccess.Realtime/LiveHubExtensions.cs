using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Hub;
using SiteAccess.Realtime.Access;
using SiteAccess.Realtime.Connections;
using SiteAccess.Realtime.Conversations;
using SiteAccess.Realtime.Delivery;
using SiteAccess.Realtime.Health;
using SiteAccess.Realtime.Limits;
using SiteAccess.Realtime.Messages;
using SiteAccess.Realtime.Presence;
using SiteAccess.Realtime.Typing;
using SiteAccess.ServiceDefaults.Redis;
using StackExchange.Redis;

namespace SiteAccess.Realtime;

/// <summary>The hub and all that it needs.</summary>
static class LiveHubExtensions
{
    public static void AddLiveHub(this WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = StrictJsonProtocol.LargestFrame;
                hub.MaximumParallelInvocationsPerClient = 4; // a slow answer must not hold up what is typed meanwhile
                hub.AddFilter<CallsUnderWay>();
                hub.AddFilter<RefusalFilter>();
                hub.AddFilter<RateFilter>();
            })
            .AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions).RespectRequiredConstructorParameters = true)
            .AddStackExchangeRedis(builder.Configuration.GetConnectionString(RedisExtensions.ConnectionName) ?? "", redis =>
            {
                redis.Configuration.AbortOnConnectFail = false;
                redis.Configuration.ChannelPrefix = new RedisChannel("siteaccess", RedisChannel.PatternMode.Literal);
            });
        builder.Services.AddSingleton<IHubProtocol, StrictJsonProtocol>(); // of two by one name the last counts
        builder.Services.Configure<HubLimitOptions>(builder.Configuration.GetSection(HubLimitOptions.Section));
        builder.Services.AddSingleton<Rates>();
        builder.Services.AddSingleton<RateFilter>();
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<Seats>();
        builder.Services.AddSingleton<LiveConnections>();
        builder.Services.AddSingleton<Audiences>();
        builder.Services.AddSingleton<Attendance>();
        builder.Services.AddSingleton<Arrivals>();
        builder.Services.AddSingleton<Beginnings>();
        builder.Services.AddSingleton<Heads>();
        builder.Services.AddSingleton<VisitorBook>();
        builder.Services.AddSingleton<PositionPoll>();
        builder.Services.AddSingleton<TypingAnnouncer>();
        builder.Services.AddSingleton<DeliveryQueue>();
        builder.Services.AddSingleton<RefusalFilter>();
        builder.Services.AddSingleton<CallsUnderWay>();
        builder.Services.AddWorker<Deliverer>();
        builder.Services.AddWorker<BusWatch>();
        builder.Services.AddWorker<MessageForwarder>();
        builder.Services.AddSingleton<SeenPositions>();
        builder.Services.AddWorker<PositionReporter>();
        builder.Services.AddWorker<SeenAnnouncer>();
        builder.Services.AddWorker<ChannelStatuses>();
        builder.Services.AddWorker<AccessWatch>();
        builder.Services.AddWorker<LineProbe>();
        builder.Services.AddWorker<Drain>();
        builder.Services.AddHealthChecks().AddCheck<ApiHealthCheck>("api").AddCheck<DrainHealthCheck>("drain");
    }

    public static void MapLiveHub(this WebApplication app)
    {
        app.UseMiddleware<HubDoor>();
        app.MapHub<LiveHub>(HubEvents.Path, connection => connection.Transports = HttpTransportType.WebSockets);
    }

    static void AddWorker<T>(this IServiceCollection services)
        where T : class, IHostedService
    {
        services.AddSingleton<T>();
        services.AddHostedService(provider => provider.GetRequiredService<T>());
    }
}

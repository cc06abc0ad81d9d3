using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Hub;
using SiteAccess.UnitTests.Realtime;
using SiteAccess.UnitTests.Redis;

namespace SiteAccess.UnitTests.Backplane;

/// <summary>Two servers with one hub over a real Redis; only the API that both package sets share is used.</summary>
public sealed class BackplaneTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_on_one_node_reaches_those_it_is_for_on_both_once()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var near = await NodeAsync(redis);
        await using var far = await NodeAsync(redis);
        await using var anna = await ConnectAsync(near, "anna");
        await using var annasPhone = await ConnectAsync(far, "anna");
        await using var boris = await ConnectAsync(far, "boris");
        await anna.CallAsync("join", "room", Cancellation);
        await boris.CallAsync("join", "room", Cancellation);
        var hub = near.Services.GetRequiredService<IHubContext<EchoHub>>();

        await SettledAsync(hub, anna, annasPhone, boris);
        await hub.Clients.All.SendAsync("told", "all", Cancellation);
        await hub.Clients.User("anna").SendAsync("told", "anna", Cancellation);
        await hub.Clients.Group("room").SendAsync("told", "room: Комната", Cancellation);
        await hub.Clients.Client(await IdAsync(boris)).SendAsync("told", "boris", Cancellation);
        await hub.Clients.AllExcept(await IdAsync(boris)).SendAsync("told", "not boris", Cancellation);
        await SettledAsync(hub, anna, annasPhone, boris);

        Assert.Equal(["all", "anna", "not boris", "room: Комната"], Told(anna));
        Assert.Equal(["all", "anna", "not boris"], Told(annasPhone));
        Assert.Equal(["all", "boris", "room: Комната"], Told(boris));
    }

    [Fact]
    public async Task A_group_is_left_by_leaving_and_by_going()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var near = await NodeAsync(redis);
        await using var far = await NodeAsync(redis);
        await using var anna = await ConnectAsync(near, "anna");
        await using var boris = await ConnectAsync(far, "boris");
        await using var carol = await ConnectAsync(far, "carol");
        var hub = near.Services.GetRequiredService<IHubContext<EchoHub>>();
        await boris.CallAsync("join", "room", Cancellation);
        await carol.CallAsync("join", "room", Cancellation);
        await SettledAsync(hub, anna, boris, carol);

        await boris.CallAsync("leave", "room", Cancellation);
        await carol.DisposeAsync();
        await using var dora = await ConnectAsync(far, "dora");
        await hub.Groups.AddToGroupAsync(await IdAsync(dora), "room", Cancellation); // a connection of the other node
        await Eventually.TrueAsync(
            async () =>
            {
                await hub.Clients.Group("room").SendAsync("told", "who is here", Cancellation);
                return Told(dora).Length > 0;
            },
            Cancellation);
        await SettledAsync(hub, anna, boris);
        Assert.Empty(Told(boris));
    }

    [Fact]
    public async Task A_node_serves_its_own_while_Redis_is_away_and_the_others_again_when_it_is_back()
    {
        await using var redis = await RedisServer.StartAsync(Cancellation);
        await using var near = await NodeAsync(redis);
        await using var far = await NodeAsync(redis);
        await using var anna = await ConnectAsync(near, "anna");
        await using var boris = await ConnectAsync(far, "boris");
        var hub = near.Services.GetRequiredService<IHubContext<EchoHub>>();
        await SettledAsync(hub, anna, boris);

        await redis.KillAsync();
        await hub.Clients.Client(await IdAsync(anna)).SendAsync("told", "near", Cancellation);
        await Eventually.TrueAsync(() => Told(anna).Contains("near"), Cancellation);
        await using var late = await ConnectAsync(near, "late");

        await redis.StartAgainAsync(Cancellation);
        await Eventually.TrueAsync(() => ReachesAsync(hub, boris), Cancellation);
    }

    static async Task<bool> ReachesAsync(IHubContext<EchoHub> hub, HubSocket client)
    {
        try
        {
            await hub.Clients.All.SendAsync("told", "back", Cancellation);
        }
        catch (Exception away) when (away is StackExchange.Redis.RedisException or TimeoutException)
        {
            return false;
        }

        return Told(client).Contains("back");
    }

    static string[] Told(HubSocket client) =>
        [.. client.Heard("told").Select(data => data.GetString()!).Order(StringComparer.Ordinal)];

    static async Task<string> IdAsync(HubSocket client) => (await client.CallAsync("id", "", Cancellation)).GetString()!;

    /// <summary>Everything sent before on this node has arrived everywhere when its own marker has.</summary>
    static async Task SettledAsync(IHubContext<EchoHub> hub, params HubSocket[] clients)
    {
        var marker = Guid.NewGuid();
        await Eventually.TrueAsync(
            async () =>
            {
                await hub.Clients.All.SendAsync("marker", marker, Cancellation);
                return clients.All(client => client.Heard("marker").Any(data => data.GetGuid() == marker));
            },
            Cancellation);
    }

    static Task<HubSocket> ConnectAsync(WebApplication node, string user) =>
        HubSocket.ConnectAsync(new Uri(node.Urls.Single()), user, origin: null, Cancellation);

    static async Task<WebApplication> NodeAsync(RedisServer redis)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IUserIdProvider, UserByToken>();
        builder.Services.AddSignalR()
            .AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions))
            .AddStackExchangeRedis(redis.ConnectionString + ",abortConnect=false");
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapHub<EchoHub>(HubEvents.Path);
        await app.StartAsync(Cancellation);
        return app;
    }

    sealed class UserByToken : IUserIdProvider
    {
        public string? GetUserId(HubConnectionContext connection) => connection.GetHttpContext()?.Request.Query["access_token"];
    }

    sealed class EchoHub : Hub
    {
        [HubMethodName("id")]
        public string Id(string nothing) => Context.ConnectionId + nothing;

        [HubMethodName("join")]
        public Task Join(string group) => Groups.AddToGroupAsync(Context.ConnectionId, group);

        [HubMethodName("leave")]
        public Task Leave(string group) => Groups.RemoveFromGroupAsync(Context.ConnectionId, group);
    }
}

using Microsoft.Extensions.Configuration;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Bus;
using SiteAccess.ServiceDefaults.Redis;
using SiteAccess.UnitTests.Bus;
using SiteAccess.UnitTests.Redis;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>Everything around a Realtime node: Redis, a fake Api, tokens; one of each for all tests of a class.</summary>
public sealed class Stage : IAsyncLifetime
{
    public const string Origin = "https://shop.example";

    const string Key = "the signing key of these tests, long enough";

    readonly List<IAsyncDisposable> _ends = [];

    internal RedisServer Redis { get; private set; } = null!;

    internal RedisGateway Gateway { get; private set; } = null!;

    internal EventBus Bus { get; private set; } = null!;

    internal FakeApi Api { get; private set; } = null!;

    internal RealtimeNode Node { get; private set; } = null!;

    internal TokenMint Mint { get; } = MintAt(TimeProvider.System);

    internal static TokenMint MintAt(TimeProvider clock) => new(
        new AccessKeys(new ConfigurationBuilder().AddInMemoryCollection([new("Tokens:SigningKey", Key)]).Build()), clock);

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Redis = Keep(await RedisServer.StartAsync(cancellation));
        Gateway = Keep(await Redis.ConnectAsync(cancellation));
        Bus = EventBusTests.Bus(Gateway);
        Api = Keep(await FakeApi.StartAsync(Bus, cancellation));
        Node = await StartNodeAsync();
    }

    internal async Task<RealtimeNode> StartNodeAsync(params (string Name, string Value)[] settings) => Keep(await RealtimeNode.StartAsync(
        Redis.ConnectionString, Api.Address, Key, TestContext.Current.CancellationToken, settings));

    /// <summary>A visitor with a conversation, on the hub.</summary>
    internal async Task<(HubSocket Hub, Guid VisitorId, Guid ConversationId)> VisitorAsync(RealtimeNode? node = null)
    {
        var (visitor, conversation) = (Guid.NewGuid(), Guid.NewGuid());
        Api.Conversations[conversation] = visitor;
        return (await ConnectAsync(VisitorToken(visitor), Origin, node), visitor, conversation);
    }

    internal Task<HubSocket> OperatorAsync(RealtimeNode? node = null) =>
        ConnectAsync(Mint.Operator(Guid.NewGuid(), "Boris", "operator", Guid.NewGuid()).Value, origin: null, node);

    internal string VisitorToken(Guid visitor) => Mint.Visitor(visitor, Api.ChannelId, "Anna", Origin).Value;

    internal async Task<HubSocket> ConnectAsync(string token, string? origin, RealtimeNode? node = null) =>
        await HubSocket.ConnectAsync((node ?? Node).Address, token, origin, TestContext.Current.CancellationToken);

    internal static SendToConversation Saying(Guid conversation, string body) => new(conversation, Guid.NewGuid(), body);

    public async ValueTask DisposeAsync()
    {
        foreach (var end in Enumerable.Reverse(_ends))
        {
            await end.DisposeAsync();
        }
    }

    T Keep<T>(T what)
        where T : IAsyncDisposable
    {
        _ends.Add(what);
        return what;
    }
}

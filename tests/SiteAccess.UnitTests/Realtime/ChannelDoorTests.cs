using System.Net.WebSockets;
using SiteAccess.Contracts.Errors;
using StackExchange.Redis;

namespace SiteAccess.UnitTests.Realtime;

public sealed class ChannelDoorTests(Stage stage) : IClassFixture<Stage>
{
    const int Most = 10;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_channel_token_opens_its_conversation_from_its_own_origin_and_nothing_else()
    {
        var (conversation, visitor, token) = stage.Begin();
        var (other, _, _) = stage.Begin();
        await using var page = await ChannelClient.ConnectAsync(stage.Node.Socket($"session={conversation}&token={token}"), Stage.Origin);
        await RefusedAsync($"session={conversation}&token={token}", 403, "https://elsewhere.example");
        await RefusedAsync($"session={other}&token={token}", 404);
        await RefusedAsync($"type=staff&access_token={token}", 404);
        await RefusedAsync($"session={conversation}&token={stage.VisitorToken(visitor.Id)}", 403);
        await RefusedAsync($"session={conversation}&token={stage.Mint.Staff()}", 403);
        await RefusedAsync($"session={conversation}&token=rubbish", 401);
        await RefusedAsync($"session=rubbish&token={token}", 400);
        await RefusedAsync($"session={conversation}&token={token}&last_seq=-1", 400);

        var hub = await Assert.ThrowsAsync<WebSocketException>(() => stage.ConnectAsync(token, Stage.Origin));
        Assert.Contains("'403'", hub.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_place_in_the_conversation_is_not_let_in_by_a_token_of_before()
    {
        var (conversation, _, token) = stage.Begin();
        stage.Api.Conversations[conversation] = Guid.NewGuid();
        await RefusedAsync($"session={conversation}&token={token}", 404);
    }

    [Fact]
    public async Task The_eleventh_connection_of_a_token_is_refused_on_whichever_node_until_one_has_gone()
    {
        var (conversation, _, token) = stage.Begin();
        var second = await stage.StartNodeAsync();
        var clients = new List<ChannelClient>();
        for (var i = 0; i < Most; i++)
        {
            clients.Add(await stage.ListenAsync(conversation, token, node: i % 2 == 0 ? stage.Node : second));
        }

        await RefusedAsync($"session={conversation}&token={token}", 429);
        await RefusedAsync($"session={conversation}&token={token}", 429, node: second);
        await using (var another = await stage.ListenAsync(conversation, stage.Mint.VisitorChannel(stage.Api.Conversations[conversation], conversation)))
        {
            Assert.False(another.IsOver);
        }

        await clients[0].DisposeAsync();
        await Eventually.TrueAsync(() => EntersAsync(conversation, token), Cancellation);
        foreach (var client in clients.Skip(1))
        {
            await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task When_the_token_is_over_so_is_the_connection()
    {
        var (conversation, visitor, _) = stage.Begin();
        var soon = Stage.MintAt(new ShiftedClock(TimeSpan.FromHours(-24) + TimeSpan.FromSeconds(3)));
        await using var client = await stage.ListenAsync(conversation, soon.VisitorChannel(visitor.Id, conversation));
        await using var bot = await stage.ListenAsync(conversation, soon.OperatorChannel(conversation));
        await client.EndsAsync(4401, ErrorCodes.AuthExpired);
        await bot.EndsAsync(4401, ErrorCodes.AuthExpired);
    }

    [Fact]
    public async Task A_line_that_does_not_answer_pings_is_closed_and_one_that_does_stays()
    {
        var node = await stage.StartNodeAsync(("OpenChannel__PingEvery", "00:00:01"));
        var (conversation, _, token) = stage.Begin();
        await using var alive = await stage.ListenAsync(conversation, token, node: node);
        await using var dead = await ChannelClient.ConnectAsync(node.Socket($"session={conversation}&token={token}"), isReading: false);
        await Eventually.TrueAsync(async () => await SlotsAsync(token) == 2, Cancellation);

        await Eventually.TrueAsync(async () => await SlotsAsync(token) == 1, Cancellation);
        Assert.False(alive.IsOver);
        await alive.HearsAsync("ping");
    }

    async Task<bool> EntersAsync(Guid conversation, string token)
    {
        try
        {
            await using var client = await stage.ListenAsync(conversation, token);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    Task<long> SlotsAsync(string token)
    {
        RedisKey key = $"channel:slots:{new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(token).Id}";
        return stage.Gateway.CallAsync(db => db.SortedSetLengthAsync(key), Cancellation);
    }

    async Task RefusedAsync(string query, int status, string? origin = null, RealtimeNode? node = null)
    {
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => ChannelClient.ConnectAsync((node ?? stage.Node).Socket(query), origin));
        Assert.Contains($"'{status}'", refusal.Message, StringComparison.Ordinal);
    }

    sealed class ShiftedClock(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + shift;
    }
}

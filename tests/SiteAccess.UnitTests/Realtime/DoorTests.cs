using System.Net.WebSockets;
using SiteAccess.Contracts.Hub;

namespace SiteAccess.UnitTests.Realtime;

public sealed class DoorTests(Stage stage) : IClassFixture<Stage>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitors_token_opens_the_hub_from_its_own_origin_and_without_a_browser_but_from_nowhere_else()
    {
        var token = stage.VisitorToken(Guid.NewGuid());
        await using var page = await stage.ConnectAsync(token, Stage.Origin);
        await using var program = await stage.ConnectAsync(token, origin: null);
        await RefusedAsync(token, "https://elsewhere.example", 403);

        var fromNowhere = stage.Mint.Visitor(Guid.NewGuid(), stage.Api.ChannelId, "Anna", origin: null).Value;
        await RefusedAsync(fromNowhere, Stage.Origin, 403);
    }

    [Fact]
    public async Task An_operators_token_opens_the_hub_from_the_operator_app()
    {
        var token = stage.Mint.Hub(Guid.NewGuid(), "Boris", "operator", Guid.NewGuid()).Value;
        await using var app = await stage.ConnectAsync(token, "https://desk.example");
        await RefusedAsync(token, Stage.Origin, 403);
    }

    [Fact]
    public async Task Rubbish_old_tokens_and_those_of_services_open_nothing()
    {
        var old = Stage.MintAt(new FixedClock(DateTimeOffset.UtcNow.AddDays(-2)));
        await RefusedAsync("rubbish", Stage.Origin, 401);
        await RefusedAsync(old.Visitor(Guid.NewGuid(), stage.Api.ChannelId, "Anna", Stage.Origin).Value, Stage.Origin, 401);
        await RefusedAsync(stage.Mint.Service("test").Value, null, 403);
    }

    [Fact]
    public async Task A_node_that_is_asked_to_stop_tells_its_clients_to_move_and_ends_well()
    {
        var node = await stage.StartNodeAsync();
        var (visitor, _, conversation) = await stage.VisitorAsync(node);
        await using var anna = visitor;

        await anna.HearsAsync(HubEvents.ChannelStatus, _ => true, Cancellation); // welcomed
        await node.AskToStopAsync();
        await anna.HearsAsync(HubEvents.ServerMoving, _ => true, Cancellation);
        var accepted = await anna.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "last words"), Cancellation);
        Assert.True(accepted.TryGetProperty("seq", out _));
        await anna.DisposeAsync();
        Assert.Equal(0, await node.EndAsync(Cancellation));
    }

    [Fact]
    public async Task A_node_that_goes_lets_nobody_in_and_answers_what_it_took_before_it_leaves_who_stays()
    {
        await using var own = new Stage();
        await own.InitializeAsync();
        var (visitor, _, conversation) = await own.VisitorAsync();
        await using var anna = visitor;
        await anna.HearsAsync(HubEvents.ChannelStatus, _ => true, Cancellation);
        var storing = new TaskCompletionSource();
        own.Api.Storing = storing.Task;
        var sending = anna.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "last words"), Cancellation);
        await Eventually.TrueAsync(() => own.Api.Requests.ContainsKey("/internal/messages"), Cancellation);

        await own.Node.AskToStopAsync();
        await anna.HearsAsync(HubEvents.ServerMoving, _ => true, Cancellation);
        await Assert.ThrowsAsync<WebSocketException>(() => own.VisitorAsync());
        await Eventually.TrueAsync(() => own.Node.Said.Contains("1 calls are answered first", StringComparison.Ordinal), Cancellation);
        Assert.False(sending.IsCompleted || anna.IsOver);

        storing.SetResult();
        Assert.Equal(1, (await sending).GetProperty("seq").GetInt32());
        Assert.Equal(0, await own.Node.EndAsync(Cancellation));
    }

    async Task RefusedAsync(string token, string? origin, int status)
    {
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => stage.ConnectAsync(token, origin));
        Assert.Contains($"'{status}'", refusal.Message, StringComparison.Ordinal);
    }

    sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

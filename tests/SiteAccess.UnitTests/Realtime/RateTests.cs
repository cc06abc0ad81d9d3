using System.Net.WebSockets;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.Realtime.Limits;

namespace SiteAccess.UnitTests.Realtime;

public sealed class RateTests(Stage stage) : IClassFixture<Stage>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Too_many_messages_of_one_person_are_refused_with_a_time_to_wait_and_cost_nobody_else()
    {
        var node = await stage.StartNodeAsync(("Limits__MessagesPerToken", "6"));
        var (visitor, id, conversation) = await stage.VisitorAsync(node);
        await using var anna = visitor;
        await using var otherTab = await stage.ConnectAsync(stage.VisitorToken(id), Stage.Origin, node);
        for (var i = 0; i < 6; i++)
        {
            await (i % 2 == 0 ? anna : otherTab).CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "hello"), Cancellation);
        }

        var refusal = await RefusedAsync(anna, HubEvents.MessageSend, Stage.Saying(conversation, "hello"));
        Assert.Matches($"HubException: {ErrorCodes.RequestTooMany};retryAfter=([1-9]|10)$", refusal);

        await anna.CallAsync(HubEvents.MessageSince, new MessagesSince(conversation, 0), Cancellation);
        var (neighbour, _, theirs) = await stage.VisitorAsync(node);
        await using var boris = neighbour;
        await boris.CallAsync(HubEvents.MessageSend, Stage.Saying(theirs, "hello"), Cancellation);
    }

    [Fact]
    public async Task Questions_are_counted_apart_from_messages()
    {
        var node = await stage.StartNodeAsync(("Limits__RequestsPerToken", "3"));
        var (visitor, _, conversation) = await stage.VisitorAsync(node);
        await using var anna = visitor;
        for (var i = 0; i < 3; i++)
        {
            await anna.CallAsync(HubEvents.ConversationJoin, new ConversationRef(conversation), Cancellation);
        }

        Assert.Contains(ErrorCodes.RequestTooMany, await RefusedAsync(anna, HubEvents.MessageRead, new MessagePosition(conversation, 1)), StringComparison.Ordinal);
        await anna.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "hello"), Cancellation);
    }

    [Theory]
    [InlineData("Limits__MessagesPerAddress")]
    [InlineData("Limits__MessagesPerChannel")]
    public async Task Many_persons_of_one_address_or_channel_have_a_limit_together(string limit)
    {
        var node = await stage.StartNodeAsync((limit, "3"));
        for (var i = 0; i < 3; i++)
        {
            var (visitor, _, conversation) = await stage.VisitorAsync(node);
            await using var anna = visitor;
            await anna.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "hello"), Cancellation);
        }

        var (last, _, theirs) = await stage.VisitorAsync(node);
        await using var late = last;
        Assert.Contains(ErrorCodes.RequestTooMany, await RefusedAsync(late, HubEvents.MessageSend, Stage.Saying(theirs, "hello")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Limits__ConnectionsPerToken", true)]
    [InlineData("Limits__ConnectionsPerAddress", false)]
    public async Task Too_many_connections_are_refused_at_the_door(string limit, bool isOnePerson)
    {
        var node = await stage.StartNodeAsync((limit, "3"));
        var person = Guid.NewGuid();
        Task<HubSocket> ConnectAsync() =>
            stage.ConnectAsync(stage.VisitorToken(isOnePerson ? person : Guid.NewGuid()), Stage.Origin, node);
        for (var i = 0; i < 3; i++)
        {
            await using var tab = await ConnectAsync();
        }

        var refusal = await Assert.ThrowsAsync<WebSocketException>(ConnectAsync);
        Assert.Contains("'429'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_been_quiet_is_forgotten()
    {
        var clock = new Clock();
        var allowances = new Allowances<int>(60, clock);
        for (var i = 0; i < 1024; i++)
        {
            allowances.TryTake(i);
        }

        clock.Now += TimeSpan.FromSeconds(30);
        allowances.TryTake(5000);
        Assert.Equal(1, allowances.Count);
    }

    [Fact]
    public void The_time_to_wait_is_the_time_until_one_more_is_allowed()
    {
        var clock = new Clock();
        var allowance = new Allowance(burst: 2, perSecond: 0.5, clock);
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (allowance.TryTake(), allowance.TryTake()));

        Assert.Equal(TimeSpan.FromSeconds(2), allowance.TryTake());
        clock.Now += TimeSpan.FromSeconds(2);
        Assert.True(allowance.Take());
        Assert.False(allowance.Take());
    }

    static async Task<string> RefusedAsync(HubSocket hub, string method, object argument) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => hub.CallAsync(method, argument, Cancellation))).Message;

    sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}

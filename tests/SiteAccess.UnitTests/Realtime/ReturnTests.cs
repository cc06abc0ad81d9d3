using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>Clients that come, or come back, many at once or on several nodes.</summary>
public sealed class ReturnTests(Stage stage) : IClassFixture<Stage>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_has_missed_nothing_costs_no_reading_of_history()
    {
        var (visitor, _, conversation) = await stage.VisitorAsync();
        await using var anna = visitor;
        await stage.Api.SayAsync(conversation, "one");
        await stage.Api.SayAsync(conversation, "two");
        var history = $"/internal/conversations/{conversation}/messages";

        var nothing = await anna.CallAsync(HubEvents.MessageSince, new MessagesSince(conversation, 2), Cancellation);
        Assert.Equal(0, nothing.GetProperty("messages").GetArrayLength());
        Assert.Equal((2, "1", false), (nothing.GetProperty("lastSeq").GetInt32(), nothing.GetProperty("epoch").GetString(), nothing.GetProperty("hasMore").GetBoolean()));
        Assert.False(stage.Api.Requests.ContainsKey(history));

        var missed = await anna.CallAsync(HubEvents.MessageSince, new MessagesSince(conversation, 1), Cancellation);
        Assert.Equal("two", missed.GetProperty("messages")[0].GetProperty("body").GetString());
        var ahead = await anna.CallAsync(HubEvents.MessageSince, new MessagesSince(conversation, 9), Cancellation);
        Assert.Equal(2, ahead.GetProperty("lastSeq").GetInt32());
        Assert.Equal(2, stage.Api.Requests[history]);
    }

    [Fact]
    public async Task Many_who_come_at_once_are_asked_for_together()
    {
        const int Many = 200;
        const string Route = "/internal/visitors/conversations";
        var before = stage.Api.Requests.GetValueOrDefault(Route);
        var hubs = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => stage.VisitorAsync()));
        foreach (var (hub, _, conversation) in hubs)
        {
            await hub.HearsAsync(HubEvents.ChannelStatus, _ => true, Cancellation);
            await stage.Api.SayAsync(conversation, "hello");
            await hub.HearsAsync(HubEvents.MessageReceived, _ => true, Cancellation);
        }

        Assert.InRange(stage.Api.Requests[Route] - before, 1, Many / 2);
        foreach (var (hub, _, _) in hubs)
        {
            await hub.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_tab_on_another_node_hears_a_conversation_begun_elsewhere_from_its_first_words()
    {
        var other = await stage.StartNodeAsync();
        var visitor = Guid.NewGuid();
        await using var here = await stage.ConnectAsync(stage.VisitorToken(visitor), Stage.Origin, other);
        await using var there = await stage.ConnectAsync(stage.VisitorToken(visitor), Stage.Origin); // no poll of a node's start helps it
        await here.HearsAsync(HubEvents.ChannelStatus, _ => true, Cancellation);
        await there.HearsAsync(HubEvents.ChannelStatus, _ => true, Cancellation);

        var conversation = Guid.NewGuid();
        stage.Api.Conversations[conversation] = visitor;
        await here.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "first words"), Cancellation);
        var begun = new ConversationNotice(conversation, ConversationStatus.Open, 0);
        await stage.Bus.PublishAsync(
            BusChannels.Visitor(visitor), BusEvents.Of(HubEvents.ConversationUpdated, stage.Api.ChannelId, begun, conversation), Cancellation);

        await there.HearsAsync(HubEvents.ConversationUpdated, notice => notice.GetProperty("id").GetGuid() == conversation, Cancellation);
        await there.HearsAsync(HubEvents.MessageReceived, message => message.GetProperty("body").GetString() == "first words", Cancellation);
        await here.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "more"), Cancellation);
        await there.HearsAsync(HubEvents.MessageReceived, message => message.GetProperty("body").GetString() == "more", Cancellation);
        await here.HearsAsync(HubEvents.MessageReceived, message => message.GetProperty("body").GetString() == "more", Cancellation);
        Assert.Equal(2, there.Heard(HubEvents.MessageReceived).Count());
        Assert.Equal(2, here.Heard(HubEvents.MessageReceived).Count());
    }
}

using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.UnitTests.Realtime;

public sealed class LiveHubTests(Stage stage) : IClassFixture<Stage>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_accepted_and_reaches_both_sides_once_with_Cyrillic_as_itself()
    {
        var (visitor, _, conversation) = await stage.VisitorAsync();
        await using var anna = visitor;
        await using var boris = await stage.OperatorAsync();
        await boris.CallAsync(HubEvents.ConversationJoin, new ConversationRef(conversation), Cancellation);

        var accepted = await anna.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "Здравствуйте!"), Cancellation);
        var id = accepted.GetProperty("id").GetGuid();
        await anna.HearsAsync(HubEvents.MessageReceived, message => message.GetProperty("id").GetGuid() == id, Cancellation);
        await boris.HearsAsync(HubEvents.MessageReceived, message => message.GetProperty("id").GetGuid() == id, Cancellation);

        await boris.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "Чем помочь?"), Cancellation);
        await anna.HearsAsync(HubEvents.MessageReceived, message => message.GetProperty("body").GetString() == "Чем помочь?", Cancellation);
        Assert.Equal(2, anna.Heard(HubEvents.MessageReceived).Count());
        Assert.Contains(boris.Frames, frame => frame.Contains("Здравствуйте!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conversation_begun_after_connecting_is_heard_in_every_tab_from_its_first_message_on()
    {
        var visitor = Guid.NewGuid();
        await using var tab = await stage.ConnectAsync(stage.VisitorToken(visitor), Stage.Origin);
        await using var other = await stage.ConnectAsync(stage.VisitorToken(visitor), Stage.Origin);
        var conversation = Guid.NewGuid();
        stage.Api.Conversations[conversation] = visitor;

        await tab.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "first words"), Cancellation);
        await tab.HearsAsync(HubEvents.MessageReceived, _ => true, Cancellation);
        await other.HearsAsync(HubEvents.MessageReceived, _ => true, Cancellation);
    }

    [Fact]
    public async Task What_is_not_yours_does_not_exist()
    {
        var (_, _, conversation) = await stage.VisitorAsync();
        await using var stranger = await stage.ConnectAsync(stage.VisitorToken(Guid.NewGuid()), Stage.Origin);
        foreach (var (method, argument) in new (string, object)[]
        {
            (HubEvents.MessageSend, Stage.Saying(conversation, "let me in")),
            (HubEvents.MessageSince, new MessagesSince(conversation, 0)),
            (HubEvents.ConversationJoin, new ConversationRef(conversation)),
            (HubEvents.Typing, new TypingNotice(conversation, true)),
        })
        {
            var refusal = await Record.ExceptionAsync(() => stranger.CallAsync(method, argument, Cancellation));
            Assert.EndsWith($"{method}' on the server. HubException: {ErrorCodes.ConversationNotFound}", refusal?.Message ?? method, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_an_argument_the_answer_is_a_code()
    {
        var (visitor, _, _) = await stage.VisitorAsync();
        await using var hub = visitor;
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => hub.CallAsync(HubEvents.MessageSend, null, Cancellation));
        Assert.EndsWith(ErrorCodes.RequestInvalid, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_reaches_the_others_and_not_oneself_and_is_limited()
    {
        var (visitor, _, conversation) = await stage.VisitorAsync();
        await using var anna = visitor;
        await using var boris = await stage.OperatorAsync();
        await boris.CallAsync(HubEvents.ConversationJoin, new ConversationRef(conversation), Cancellation);

        for (var i = 0; i < 50; i++)
        {
            await anna.CallAsync(HubEvents.Typing, new TypingNotice(conversation, true), Cancellation);
        }

        await boris.HearsAsync(HubEvents.Typing, view => view.GetProperty("name").GetString() == "Anna", Cancellation);
        await anna.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "done"), Cancellation);
        await boris.HearsAsync(HubEvents.MessageReceived, _ => true, Cancellation);
        Assert.Empty(anna.Heard(HubEvents.Typing));
        Assert.InRange(boris.Heard(HubEvents.Typing).Count(), 1, 25);
    }

    [Fact]
    public async Task A_visitor_hears_of_a_change_only_what_is_theirs_and_of_a_note_nothing()
    {
        var (visitor, _, conversation) = await stage.VisitorAsync();
        await using var anna = visitor;
        await using var boris = await stage.OperatorAsync();
        await boris.CallAsync(HubEvents.ConversationJoin, new ConversationRef(conversation), Cancellation);

        var changed = BusEvents.Of(HubEvents.ConversationUpdated, stage.Api.ChannelId, stage.Api.Row(conversation), conversation);
        await stage.Bus.PublishAsync(BusChannels.Conversation(conversation), changed, Cancellation);
        await stage.Bus.PublishAsync(BusChannels.Staff(stage.Api.ChannelId), changed, Cancellation);
        await boris.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "note: difficult"), Cancellation);
        await boris.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "hello"), Cancellation);

        await anna.HearsAsync(HubEvents.MessageReceived, message => message.GetProperty("body").GetString() == "hello", Cancellation);
        Assert.DoesNotContain(anna.Frames, frame => frame.Contains("difficult", StringComparison.Ordinal));
        var notice = Assert.Single(anna.Heard(HubEvents.ConversationUpdated));
        Assert.Equal("Boris", notice.GetProperty("assigneeName").GetString());
        Assert.False(notice.TryGetProperty("visitor", out _));
        await boris.HearsAsync(HubEvents.MessageReceived, message => message.GetProperty("body").GetString() == "note: difficult", Cancellation);
        Assert.Single(boris.Heard(HubEvents.ConversationUpdated));
    }

    [Fact]
    public async Task Reading_is_reported_up_to_the_furthest_position()
    {
        var (visitor, id, conversation) = await stage.VisitorAsync();
        await using var anna = visitor;
        await anna.CallAsync(HubEvents.MessageAck, new MessagePosition(conversation, 3), Cancellation);
        await anna.CallAsync(HubEvents.MessageRead, new MessagePosition(conversation, 2), Cancellation);

        bool Reached(Func<SiteAccess.Contracts.Internal.ReportPosition, bool> which) =>
            stage.Api.Positions.Where(position => position.Actor.Id == id).Any(which);
        await Eventually.TrueAsync(() => Reached(p => p.DeliveredSeq == 3) && Reached(p => p.ReadSeq == 2), Cancellation);
    }

    [Fact]
    public async Task Visitors_are_told_when_somebody_is_there_and_when_nobody_is()
    {
        await using var own = new Stage();
        await own.InitializeAsync();
        var (visitor, _, _) = await own.VisitorAsync();
        await using var anna = visitor;
        await anna.HearsAsync(HubEvents.ChannelStatus, view => view.GetProperty("status").GetString() == "offline", Cancellation);

        var boris = await own.OperatorAsync();
        await anna.HearsAsync(HubEvents.ChannelStatus, view => view.GetProperty("status").GetString() == "available", Cancellation);

        await boris.DisposeAsync();
        await Eventually.TrueAsync(
            () => anna.Heard(HubEvents.ChannelStatus).Last().GetProperty("status").GetString() == "offline", Cancellation);
    }
}

using System.Text.Json;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.UnitTests.Realtime;

public sealed class SessionChannelTests(Stage stage) : IClassFixture<Stage>
{
    static readonly Actor Boris = new(SenderType.Operator, Guid.NewGuid());

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_comes_in_the_second_seeds_form_with_Cyrillic_as_itself()
    {
        var (conversation, _, token) = stage.Begin();
        await using var client = await stage.ListenAsync(conversation, token);
        var said = await stage.SayAsync(Boris, conversation, "Чем помочь?");

        await client.HearsAsync("chat.message");
        Assert.Equal(
            $$$"""{"type":"chat.message","session_id":"{{{conversation}}}","data":{"id":"{{{said.Id}}}","seq":{{{said.Seq}}},"sender_type":"operator","body":"Чем помочь?","created_at":{{{JsonSerializer.Serialize(said.CreatedAt)}}}}}""",
            client.Texts.Single(text => text.Contains("chat.message", StringComparison.Ordinal)),
            ignoreCase: true);
    }

    [Fact]
    public async Task Who_comes_back_gets_what_came_after_their_position_and_then_goes_on_with_no_gap_and_no_double()
    {
        var (conversation, visitor, token) = stage.Begin();
        var said = new List<MessageView>();
        for (var i = 0; i < 250; i++)
        {
            said.Add(await stage.SayAsync(visitor, conversation, $"words {i}", isLost: true));
        }

        var connecting = stage.ListenAsync(conversation, token, $"&last_seq={said[0].Seq}");
        for (var i = 0; i < 100; i++)
        {
            said.Add(await stage.SayAsync(visitor, conversation, $"more words {i}"));
        }

        await using var client = await connecting;
        said.Add(await stage.SayAsync(visitor, conversation, "last words"));
        await Eventually.TrueAsync(() => client.Seqs.LastOrDefault() == said[^1].Seq, Cancellation);
        Assert.Equal(said.Skip(1).Select(message => message.Seq), client.Seqs);
        await Eventually.TrueAsync(() => HasDelivered(visitor, said[0].Seq), Cancellation);
    }

    [Fact]
    public async Task What_the_bus_loses_or_brings_twice_is_heard_once_and_in_order()
    {
        var (conversation, visitor, token) = stage.Begin();
        await using var client = await stage.ListenAsync(conversation, token);
        var first = await stage.SayAsync(visitor, conversation, "first");
        var lost = await stage.SayAsync(visitor, conversation, "lost", isLost: true);
        var third = await stage.SayAsync(visitor, conversation, "third");
        await stage.TellAsync(lost);
        await stage.TellAsync(third);
        var last = await stage.SayAsync(visitor, conversation, "last");

        await Eventually.TrueAsync(() => client.Seqs.Contains(last.Seq), Cancellation);
        Assert.Equal([first.Seq, lost.Seq, third.Seq, last.Seq], client.Seqs);
    }

    [Fact]
    public async Task A_position_that_the_system_does_not_know_starts_the_stream_anew_and_says_so()
    {
        var (conversation, visitor, token) = stage.Begin();
        var said = await stage.SayAsync(visitor, conversation, "what was restored");
        await using var beyond = await stage.ListenAsync(conversation, token, "&last_seq=1000000");
        await using var elsewhere = await stage.ListenAsync(conversation, token, $"&last_seq={said.Seq}&epoch=another");
        foreach (var client in new[] { beyond, elsewhere })
        {
            await client.HearsAsync("error", ErrorCodes.PositionUnknown);
            await Eventually.TrueAsync(() => client.Seqs.Contains(said.Seq), Cancellation);
        }

        Assert.False(HasDelivered(visitor, 1_000_000));
    }

    [Fact]
    public async Task Private_notes_are_not_on_the_open_channel_whoever_listens()
    {
        var (conversation, _, token) = stage.Begin();
        var before = await stage.SayAsync(Boris, conversation, "before");
        await stage.SayAsync(Boris, conversation, "note: difficult", isLost: true);
        await using var visitor = await stage.ListenAsync(conversation, token, $"&last_seq={before.Seq - 1}");
        await using var bot = await stage.ListenAsync(conversation, stage.Mint.OperatorChannel(conversation));
        await using var staff = await stage.ListenToAllAsync(stage.Mint.Staff());
        await stage.SayAsync(Boris, conversation, "note: very difficult");
        var after = await stage.SayAsync(Boris, conversation, "after");

        foreach (var client in new[] { visitor, bot, staff })
        {
            await Eventually.TrueAsync(() => client.Seqs.Contains(after.Seq), Cancellation);
            Assert.DoesNotContain(client.Texts, text => text.Contains("difficult", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_token_hears_its_own_conversation_and_no_other_of_the_same_visitor()
    {
        var (conversation, visitor, token) = stage.Begin();
        await using var client = await stage.ListenAsync(conversation, token);

        // The visitor's hub joins all their connections to the conversation that they begin.
        await using var hub = await stage.ConnectAsync(stage.VisitorToken(visitor.Id), Stage.Origin);
        var other = Guid.NewGuid();
        stage.Api.Conversations[other] = visitor.Id;
        await hub.CallAsync(HubEvents.MessageSend, Stage.Saying(other, "elsewhere"), Cancellation);
        await hub.HearsAsync(HubEvents.MessageReceived, _ => true, Cancellation);

        await stage.SayAsync(visitor, conversation, "here");
        await client.HearsAsync("chat.message");
        Assert.DoesNotContain(client.Texts, text => text.Contains("elsewhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_acknowledgement_moves_the_delivered_position()
    {
        var (conversation, visitor, token) = stage.Begin();
        await using var client = await stage.ListenAsync(conversation, token);
        var said = await stage.SayAsync(Boris, conversation, "got it?");
        await client.HearsAsync("chat.message");

        await client.SayAsync($$"""{"type":"ack","last_id":"{{said.Id}}"}""");
        await Eventually.TrueAsync(() => HasDelivered(visitor, said.Seq), Cancellation);
        Assert.DoesNotContain(stage.Api.Positions, position => position.Actor == visitor && position.ReadSeq is not null);
    }

    [Fact]
    public async Task A_change_is_told_without_what_only_operators_may_know()
    {
        var (conversation, _, token) = stage.Begin();
        await using var client = await stage.ListenAsync(conversation, token);
        var row = stage.Api.Row(conversation) with { AssigneeId = Guid.NewGuid(), AssigneeName = "Boris" };
        await ChangeAsync(row);
        await client.HearsAsync("chat.session.assigned", frame => frame.GetProperty("data").GetProperty("assignee_name").GetString() == "Boris");
        await client.HearsAsync("chat.session.status");

        await ChangeAsync(row with { Status = ConversationStatus.Resolved });
        await client.HearsAsync("chat.session.status", frame => frame.GetProperty("data").GetProperty("status").GetString() == "resolved");
        Assert.Single(client.Of("chat.session.assigned"));
        Assert.DoesNotContain(client.Texts, text => text.Contains("Anna", StringComparison.Ordinal) || text.Contains("assignee_id", StringComparison.Ordinal));
    }

    Task ChangeAsync(ConversationSummary row) => stage.Bus.PublishAsync(
        BusChannels.Conversation(row.Id), BusEvents.Of(HubEvents.ConversationUpdated, stage.Api.ChannelId, row, row.Id), Cancellation);

    bool HasDelivered(Actor who, long seq) => stage.Api.Positions.Any(position => position.Actor == who && position.DeliveredSeq == seq);
}

using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.UnitTests.Realtime;

public sealed class ChangedMessageTests(Stage stage) : IClassFixture<Stage>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_message_reaches_both_sides_and_a_changed_note_only_operators()
    {
        var (visitor, visitorId, conversation) = await stage.VisitorAsync();
        await using var anna = visitor;
        await using var boris = await stage.OperatorAsync();
        await boris.CallAsync(HubEvents.ConversationJoin, new ConversationRef(conversation), Cancellation);
        var said = await stage.SayAsync(new Actor(SenderType.Visitor, visitorId), conversation, "ten");
        var noted = await stage.SayAsync(new Actor(SenderType.Operator, Guid.NewGuid()), conversation, "note: a regular");

        await ChangeAsync(noted with { Body = "note: a regular indeed" });
        await ChangeAsync(said with { Body = "twelve", EditedAt = said.CreatedAt });

        await anna.HearsAsync(HubEvents.MessageUpdated, message => message.GetProperty("body").GetString() == "twelve", Cancellation);
        await boris.HearsAsync(HubEvents.MessageUpdated, message => message.GetProperty("body").GetString() == "twelve", Cancellation);
        Assert.Single(anna.Heard(HubEvents.MessageUpdated));
        Assert.Equal(2, boris.Heard(HubEvents.MessageUpdated).Count());
        Assert.DoesNotContain(anna.Frames, frame => frame.Contains("regular", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_open_channel_tells_of_changes_and_its_positions_stay()
    {
        var (conversation, visitor, token) = stage.Begin();
        await using var client = await stage.ListenAsync(conversation, token);
        var first = await stage.SayAsync(visitor, conversation, "first");
        await client.HearsAsync("chat.message");
        var note = await stage.SayAsync(new Actor(SenderType.Operator, Guid.NewGuid()), conversation, "note: hush");

        await ChangeAsync(note with { Body = "note: hush now" });
        await ChangeAsync(first with { Body = "", DeletedAt = first.CreatedAt });
        await client.HearsAsync("chat.message.updated");
        var last = await stage.SayAsync(visitor, conversation, "last");

        await Eventually.TrueAsync(() => client.Seqs.LastOrDefault() == last.Seq, Cancellation);
        Assert.Contains("deleted_at", client.Texts.Single(text => text.Contains("chat.message.updated", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(client.Texts, text => text.Contains("hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_visitors_draft_reaches_operators_and_an_operators_reaches_nobody()
    {
        var (visitor, _, conversation) = await stage.VisitorAsync();
        await using var anna = visitor;
        await using var boris = await stage.OperatorAsync();
        await boris.CallAsync(HubEvents.ConversationJoin, new ConversationRef(conversation), Cancellation);

        await anna.CallAsync(HubEvents.Typing, new TypingNotice(conversation, IsTyping: true, new string('x', MessageRules.MaxDraftLength + 1)), Cancellation);
        await boris.CallAsync(HubEvents.Typing, new TypingNotice(conversation, IsTyping: true, "not yet"), Cancellation);

        await boris.HearsAsync(HubEvents.Typing, notice => notice.GetProperty("draft").GetString()!.Length == MessageRules.MaxDraftLength, Cancellation);
        await anna.HearsAsync(HubEvents.Typing, notice => !notice.TryGetProperty("draft", out _), Cancellation);
    }

    async Task ChangeAsync(MessageView message)
    {
        var told = BusEvents.Of(HubEvents.MessageUpdated, stage.Api.ChannelId, message, message.ConversationId);
        await stage.Bus.PublishAsync(BusChannels.Conversation(message.ConversationId), told);
        await stage.Bus.PublishAsync(BusChannels.Staff(stage.Api.ChannelId), told);
    }
}

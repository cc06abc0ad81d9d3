using System.Text.Json;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>A node that does not hear the others: Redis is killed or hung, and what is said elsewhere is in the database alone.</summary>
public sealed class BusCutTests : IAsyncLifetime
{
    readonly Stage _stage = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_node_without_Redis_says_so_and_brings_what_was_said_elsewhere_by_asking_for_it()
    {
        var (visitor, _, conversation) = await _stage.VisitorAsync();
        await using var anna = visitor;
        await using var boris = await _stage.OperatorAsync();
        await boris.CallAsync(HubEvents.ConversationJoin, new ConversationRef(conversation), Cancellation);
        await _stage.Api.SayAsync(conversation, "before");
        await HearsAsync(anna, "before");

        await CutAsync(anna);
        await _stage.Api.SayAsync(conversation, "note: difficult");
        await _stage.Api.SayAsync(conversation, "during");
        _stage.Api.Statuses[conversation] = ConversationStatus.Pending;
        await HearsAsync(anna, "during");
        await HearsAsync(boris, "note: difficult");
        await anna.HearsAsync(HubEvents.ConversationUpdated, notice => notice.GetProperty("status").GetString() == "pending", Cancellation);
        await boris.HearsAsync(HubEvents.ConversationUpdated, row => row.GetProperty("status").GetString() == "pending", Cancellation);

        await MendAsync(anna);
        await _stage.Api.SayAsync(conversation, "after");
        await HearsAsync(anna, "after");
        Assert.Equal(["before", "during", "after"], Bodies(anna));
        Assert.DoesNotContain(anna.Frames, frame => frame.Contains("difficult", StringComparison.Ordinal) || frame.Contains("anna@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_published_during_the_cut_is_there_when_the_node_says_that_the_bus_is_back()
    {
        var (visitor, _, conversation) = await _stage.VisitorAsync();
        await using var anna = visitor;
        await CutAsync(anna);
        _stage.Api.IsAway = true;
        var said = await _stage.Api.SayAsync(conversation, "during");
        await _stage.Redis.StartAgainAsync(Cancellation);
        await Eventually.TrueAsync(() => _stage.Bus.IsConnected, Cancellation);
        _stage.Api.IsSilent = false;
        var asked = _stage.Api.Requests["/internal/conversations/heads"];
        await Eventually.TrueAsync(() => _stage.Api.Requests["/internal/conversations/heads"] > asked + 1, Cancellation);
        _stage.Api.IsAway = false;
        await IsToldAsync(anna, isLive: true);
        Assert.Equal(["during"], Bodies(anna));

        // The outbox tells again what it could not tell meanwhile.
        var repeated = BusEvents.Of(HubEvents.MessageReceived, _stage.Api.ChannelId, said, conversation, said.Seq);
        await _stage.Bus.PublishAsync(BusChannels.Conversation(conversation), repeated, Cancellation);
        await _stage.Api.SayAsync(conversation, "after");
        await HearsAsync(anna, "after");
        Assert.Equal(["during", "after"], Bodies(anna));
    }

    [Fact]
    public async Task Who_comes_while_Redis_hangs_is_told_so_is_served_and_can_write()
    {
        var (visitor, _, _) = await _stage.VisitorAsync();
        await using var early = visitor;
        await early.HearsAsync(HubEvents.ChannelStatus, _ => true, Cancellation);
        await _stage.Redis.HangAsync();
        _stage.Api.IsSilent = true;
        await IsToldAsync(early, isLive: false);

        var (late, _, conversation) = await _stage.VisitorAsync();
        await using var anna = late;
        await IsToldAsync(anna, isLive: false);
        await anna.CallAsync(HubEvents.Typing, new TypingNotice(conversation, true), Cancellation);
        await anna.CallAsync(HubEvents.MessageSend, Stage.Saying(conversation, "mine"), Cancellation);
        await _stage.Api.SayAsync(conversation, "yours");
        await HearsAsync(anna, "yours");

        await _stage.Redis.ResumeAsync();
        await IsToldAsync(anna, isLive: true);
        Assert.Equal(["mine", "yours"], Bodies(anna));
    }

    [Fact]
    public async Task All_conversations_of_a_node_are_asked_for_together_and_long_runs_to_their_end()
    {
        var visitor = Guid.NewGuid();
        Guid[] conversations = [.. Enumerable.Range(0, 300).Select(_ => Guid.NewGuid())];
        foreach (var each in conversations)
        {
            _stage.Api.Conversations[each] = visitor;
        }

        await using var anna = await _stage.ConnectAsync(_stage.VisitorToken(visitor), Stage.Origin);
        await anna.HearsAsync(HubEvents.ChannelStatus, _ => true, Cancellation);
        await CutAsync(anna);
        string[] said = [.. Enumerable.Range(1, 130).Select(i => $"{i}")];
        foreach (var body in said)
        {
            await _stage.Api.SayAsync(conversations[7], body);
        }

        await HearsAsync(anna, said[^1]);
        Assert.Equal(said, Bodies(anna));
        Assert.Contains(300, _stage.Api.Polls);
        Assert.All(_stage.Api.Polls, count => Assert.True(count is 0 or 300, $"{count} conversations in one request"));
    }

    async Task CutAsync(HubSocket client)
    {
        await client.HearsAsync(HubEvents.ChannelStatus, _ => true, Cancellation); // welcomed
        await _stage.Redis.KillAsync();
        _stage.Api.IsSilent = true;
        await IsToldAsync(client, isLive: false);
    }

    async Task MendAsync(HubSocket client)
    {
        await _stage.Redis.StartAgainAsync(Cancellation);
        await IsToldAsync(client, isLive: true);
        await Eventually.TrueAsync(() => _stage.Bus.IsConnected, Cancellation);
        _stage.Api.IsSilent = false;
    }

    static Task IsToldAsync(HubSocket client, bool isLive) =>
        client.HearsAsync(HubEvents.ServerBus, state => state.GetProperty("isLive").GetBoolean() == isLive, Cancellation);

    static Task HearsAsync(HubSocket client, string body) =>
        client.HearsAsync(HubEvents.MessageReceived, message => Body(message) == body, Cancellation);

    static IEnumerable<string?> Bodies(HubSocket client) => client.Heard(HubEvents.MessageReceived).Select(Body);

    static string? Body(JsonElement message) => message.GetProperty("body").GetString();
}

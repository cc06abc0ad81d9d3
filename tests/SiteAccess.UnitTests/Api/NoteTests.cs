using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.UnitTests.Api;

public class NoteTests(ApiHost host) : IClassFixture<ApiHost>
{
    const string List = "/api/v1/conversations";
    const string Widget = "/api/v1/widget/conversations";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_is_no_answer_and_nothing_that_a_visitor_has_not_read()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("Hello?"));

        var note = Assert.Single(await world.SendAsync(world.Item("A good customer", world.AsOperator) with { Kind = MessageKind.Note }));

        var conversation = await world.ReloadAsync();
        Assert.Equal((MessageKind.Note, 2L), (note.Message!.Kind, note.Message.Seq));
        Assert.NotNull(conversation.WaitingSince);
        Assert.Equal((2L, 0, 1), (conversation.LastSeq, conversation.UnreadByVisitor, conversation.UnreadByOperators));

        await world.SendAsync(world.Item("Good day", world.AsOperator), world.Item("Done", world.AsOperator) with { Kind = MessageKind.Note });
        using var visitor = world.VisitorClient();
        await visitor.PostAsJsonAsync($"{Widget}/{world.ConversationId}/read", new MarkRead(1), WireJson.Options, Cancellation);
        Assert.Equal(1, (await world.ReloadAsync()).UnreadByVisitor);
    }

    [Fact]
    public async Task A_visitor_cannot_write_a_note()
    {
        var world = await World.CreateAsync(host.First);
        using var visitor = world.VisitorClient();

        var refused = await visitor.PostAsJsonAsync(
            $"{Widget}/{world.ConversationId}/messages", new SendMessage(Guid.NewGuid(), "psst", Kind: MessageKind.Note), WireJson.Options, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains(ErrorCodes.MessageNoteRefused, await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var results = await world.SendAsync(world.Item("x", world.AsOperator) with { Kind = MessageKind.Event }, world.Item("fine"));
        Assert.Equal([ErrorCodes.RequestInvalid, null], results.Select(result => result.Error));
    }

    [Fact]
    public async Task A_visitors_history_has_no_notes_and_its_pages_say_how_far_they_reach()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(
            world.Item("1"), Note(world, "2"), world.Item("3", world.AsOperator), Note(world, "4"), Note(world, "5"), world.Item("6"), Note(world, "7"));
        using var visitor = world.VisitorClient();
        var address = $"{Widget}/{world.ConversationId}/messages";

        Assert.Equal([1L, 3L, 6L], Seqs(await PageAsync(visitor, $"{address}?after=0")));
        Assert.Equal(7, (await PageAsync(visitor, $"{address}?after=6")).LastSeq);
        var first = await PageAsync(visitor, $"{address}?after=0&limit=2");
        Assert.Equal([1L, 3L], Seqs(first));
        Assert.True(first.HasMore);
        Assert.Equal([3L, 6L], Seqs(await PageAsync(visitor, $"{address}?limit=2")));
        using var colleague = world.OperatorClient();
        Assert.Equal([1L, 2L, 3L, 4L, 5L, 6L, 7L], Seqs(await PageAsync(colleague, $"{List}/{world.ConversationId}/messages?after=0")));
    }

    [Fact]
    public async Task Whoever_a_note_calls_finds_the_conversation_among_the_mentions()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        var anna = await world.AddColleagueAsync();
        await world.SendAsync(world.Item("Hello"));
        var note = Note(world, "@Anna, have a look") with { MentionIds = [anna.Id, stranger.Operator.Id] };
        var stored = Assert.Single(await world.SendAsync(note)).Message!;

        Assert.Equal([anna.Id], stored.MentionIds);
        using var called = world.ClientOf(anna);
        using var writer = world.OperatorClient();
        var row = Assert.Single((await RowsAsync(called, $"{List}?mentioned=me")).Items);
        Assert.Equal([anna.Id], row.MentionIds);
        Assert.Empty((await RowsAsync(called, $"{List}?mentioned=me&status=resolved")).Items);
        Assert.Empty((await RowsAsync(writer, $"{List}?mentioned=me")).Items);
        Assert.Equal(HttpStatusCode.BadRequest, (await writer.GetAsync($"{List}?mentioned=them", Cancellation)).StatusCode);
        Assert.Contains(await EventsAsync(world), told =>
            told.Type == HubEvents.ConversationUpdated && told.Data.GetRawText().Contains(anna.Id.ToString(), StringComparison.Ordinal));

        await writer.DeleteAsync($"{List}/{world.ConversationId}/messages/{stored.Id}", Cancellation);
        Assert.Empty((await RowsAsync(called, $"{List}?mentioned=me")).Items);
    }

    [Fact]
    public async Task Only_notes_call_and_only_so_many()
    {
        var world = await World.CreateAsync(host.First);
        var results = await world.SendAsync(
            world.Item("x", world.AsOperator) with { MentionIds = [world.Operator.Id] },
            Note(world, "y") with { MentionIds = [.. Enumerable.Range(0, MessageRules.MaxMentions + 1).Select(_ => Guid.NewGuid())] });

        Assert.Equal([ErrorCodes.RequestInvalid, ErrorCodes.RequestInvalid], results.Select(result => result.Error));
    }

    [Fact]
    public async Task The_members_of_a_channel_are_for_its_members()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        var anna = await world.AddColleagueAsync();
        using var client = world.OperatorClient();
        using var other = stranger.OperatorClient();

        var members = await client.GetFromJsonAsync<ChannelMemberView[]>($"/api/v1/channels/{world.Channel.Id}/members", WireJson.Options, Cancellation);

        Assert.Equal(new[] { anna.Id, world.Operator.Id }.Order(), members!.Select(member => member.Id).Order());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/channels/{world.Channel.Id}/members", Cancellation)).StatusCode);
    }

    static SendItem Note(World world, string body) => world.Item(body, world.AsOperator) with { Kind = MessageKind.Note };

    static List<long> Seqs(MessagePage page) => [.. page.Messages.Select(message => message.Seq)];

    static async Task<MessagePage> PageAsync(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<MessagePage>(address, WireJson.Options, Cancellation))!;

    static async Task<ConversationPage> RowsAsync(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<ConversationPage>(address, WireJson.Options, Cancellation))!;

    static async Task<List<BusEvent>> EventsAsync(World world)
    {
        var commits = await world.Api.WithAsync<SiteAccessDb, List<OutboxBatch>>(db => db.Outbox.OrderBy(batch => batch.Position).ToListAsync(Cancellation));
        return [.. commits.SelectMany(batch => Fact.Split(batch.Events))
            .Where(fact => fact.ConversationId == world.ConversationId)
            .Select(fact => JsonSerializer.Deserialize<BusEvent>(fact.Text.Span, WireJson.Options)!)];
    }
}

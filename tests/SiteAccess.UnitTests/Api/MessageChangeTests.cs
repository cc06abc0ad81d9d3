using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.UnitTests.Api;

public class MessageChangeTests(ApiHost host) : IClassFixture<ApiHost>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_author_edits_and_deletes_and_everybody_is_told()
    {
        var world = await World.CreateAsync(host.First);
        var mine = Assert.Single(await world.SendAsync(world.Item("The price is 10"))).Message!;
        using var visitor = world.VisitorClient();
        var address = Address(world, mine, "widget/");

        var edited = await ChangedAsync(await visitor.PatchAsJsonAsync(address, new EditMessage("The price is 12"), WireJson.Options, Cancellation));
        Assert.Equal(("The price is 12", mine.Seq), (edited.Body, edited.Seq));
        Assert.NotNull(edited.EditedAt);
        var again = await ChangedAsync(await visitor.PatchAsJsonAsync(address, new EditMessage("The price is 12"), WireJson.Options, Cancellation));
        Assert.Equal(edited.EditedAt, again.EditedAt);

        var deleted = await ChangedAsync(await visitor.DeleteAsync(address, Cancellation));
        Assert.Equal("", deleted.Body);
        Assert.NotNull(deleted.DeletedAt);
        await ChangedAsync(await visitor.DeleteAsync(address, Cancellation));
        Assert.Equal("", await world.Api.WithAsync<SiteAccessDb, string>(
            async db => (await db.Messages.SingleAsync(message => message.Id == mine.Id, Cancellation)).Body));
        var told = (await EventsAsync(world)).Where(one => one.Type == HubEvents.MessageUpdated).ToList();
        Assert.Equal(["The price is 12", ""], told.Select(one => one.Data.GetProperty("body").GetString()));
        Assert.All(told, one => Assert.Null(one.Seq));
    }

    [Fact]
    public async Task Nobody_changes_what_is_not_theirs_or_too_old_or_gone()
    {
        var world = await World.CreateAsync(host.First);
        var sent = await world.SendAsync(world.Item("a visitor's"), world.Item("an operator's", world.AsOperator));
        var (visitors, operators) = (sent[0].Message!, sent[1].Message!);
        using var visitor = world.VisitorClient();
        using var colleague = world.ClientOf(await world.AddColleagueAsync());
        using var writer = world.OperatorClient();

        await RefusedAsync(ErrorCodes.MessageLocked, await visitor.DeleteAsync(Address(world, operators, "widget/"), Cancellation));
        await RefusedAsync(ErrorCodes.MessageLocked, await colleague.DeleteAsync(Address(world, operators), Cancellation));
        await RefusedAsync(ErrorCodes.MessageLocked, await writer.DeleteAsync(Address(world, visitors), Cancellation));
        await RefusedAsync(ErrorCodes.MessageInvalid, await writer.PatchAsJsonAsync(Address(world, operators), new EditMessage(" "), WireJson.Options, Cancellation));
        await RefusedAsync(ErrorCodes.MessageNotFound, await writer.DeleteAsync(Address(world, operators with { Id = Guid.NewGuid() }), Cancellation));

        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync(
            $"update message set created_at = created_at - interval '16 minutes' where conversation_id = {world.ConversationId}", Cancellation));
        await RefusedAsync(ErrorCodes.MessageLocked, await visitor.DeleteAsync(Address(world, visitors, "widget/"), Cancellation));
        await ChangedAsync(await writer.DeleteAsync(Address(world, operators), Cancellation));
        await RefusedAsync(ErrorCodes.MessageLocked, await writer.PatchAsJsonAsync(Address(world, operators), new EditMessage("back"), WireJson.Options, Cancellation));
    }

    [Fact]
    public async Task A_visitor_does_not_learn_that_there_is_a_note()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        var note = Assert.Single(await world.SendAsync(world.Item("hush", world.AsOperator) with { Kind = MessageKind.Note })).Message!;
        using var visitor = world.VisitorClient();
        using var other = stranger.OperatorClient();

        await RefusedAsync(ErrorCodes.MessageNotFound, await visitor.DeleteAsync(Address(world, note, "widget/"), Cancellation));
        await RefusedAsync(ErrorCodes.ConversationNotFound, await other.DeleteAsync(Address(world, note), Cancellation));
        var reply = Assert.Single(await world.SendAsync(world.Item("about that") with { ReplyToSeq = note.Seq }));
        Assert.Equal(ErrorCodes.MessageReplyUnknown, reply.Error);
        using var writer = world.OperatorClient();
        await ChangedAsync(await writer.PatchAsJsonAsync(Address(world, note), new EditMessage("hush!"), WireJson.Options, Cancellation));
        Assert.Null((await PageAsync(visitor, world, "widget/", 1, 0)).Changed);
    }

    [Fact]
    public async Task Who_was_away_learns_what_changed_since()
    {
        var world = await World.CreateAsync(host.First);
        var sent = await world.SendAsync(world.Item("one"), world.Item("two"), world.Item("three"));
        using var visitor = world.VisitorClient();
        var before = await PageAsync(visitor, world, "widget/", 3, 0);
        Assert.Equal((0L, null), (before.Revision, before.Changed));

        await visitor.DeleteAsync(Address(world, sent[1].Message!, "widget/"), Cancellation);
        await visitor.PatchAsJsonAsync(Address(world, sent[0].Message!, "widget/"), new EditMessage("ONE"), WireJson.Options, Cancellation);

        var after = await PageAsync(visitor, world, "widget/", 3, before.Revision);
        Assert.Equal(2, after.Revision);
        Assert.Equal([("", 2L), ("ONE", 1L)], after.Changed!.Select(message => (message.Body, message.Seq)));
        Assert.Equal([("ONE", 1L)], (await PageAsync(visitor, world, "widget/", 3, 1)).Changed!.Select(message => (message.Body, message.Seq)));
        Assert.Null((await PageAsync(visitor, world, "widget/", 3, 2)).Changed);

        // What comes with the page itself is not told twice.
        Assert.Equal([1L], (await PageAsync(visitor, world, "widget/", 1, 0)).Changed!.Select(message => message.Seq));
    }

    [Fact]
    public async Task A_send_that_is_repeated_after_its_message_was_edited_is_still_a_repeat()
    {
        var world = await World.CreateAsync(host.First);
        var item = world.Item("first words");
        var stored = Assert.Single(await world.SendAsync(item)).Message!;
        using var visitor = world.VisitorClient();
        await visitor.PatchAsJsonAsync(Address(world, stored, "widget/"), new EditMessage("second thoughts"), WireJson.Options, Cancellation);

        var repeat = Assert.Single(await world.SendAsync(item));

        Assert.Equal((true, "second thoughts"), (repeat.IsRepeat, repeat.Message?.Body));
    }

    [Fact]
    public async Task A_reply_quotes_what_it_answers_as_it_stands_when_it_is_read()
    {
        var world = await World.CreateAsync(host.First);
        var question = Assert.Single(await world.SendAsync(world.Item(new string('x', 300)))).Message!;
        var reply = Assert.Single(await world.SendAsync(world.Item("yes", world.AsOperator) with { ReplyToSeq = question.Seq })).Message!;

        Assert.Equal((1L, MessageRules.MaxQuoteLength, SenderType.Visitor), (reply.ReplyTo!.Seq, reply.ReplyTo.Body.Length, reply.ReplyTo.SenderType));
        Assert.Equal(ErrorCodes.MessageReplyUnknown, Assert.Single(await world.SendAsync(world.Item("to nothing") with { ReplyToSeq = 9 })).Error);
        Assert.Equal(ErrorCodes.MessageReplyUnknown, Assert.Single(await world.SendAsync(world.Item("to nothing") with { ReplyToSeq = 0 })).Error);

        using var visitor = world.VisitorClient();
        await visitor.DeleteAsync(Address(world, question, "widget/"), Cancellation);
        var read = (await PageAsync(visitor, world, "widget/", 1, 0)).Messages[0].ReplyTo!;
        Assert.Equal(("", true), (read.Body, read.IsDeleted));
        var repeated = Assert.Single(await world.SendAsync(world.Item("yes", world.AsOperator, reply.ClientMessageId) with { ReplyToSeq = question.Seq }));
        Assert.True(repeated.IsRepeat);
    }

    static string Address(World world, MessageView message, string side = "") =>
        $"/api/v1/{side}conversations/{world.ConversationId}/messages/{message.Id}";

    static async Task<MessagePage> PageAsync(HttpClient client, World world, string side, long after, long revision) =>
        (await client.GetFromJsonAsync<MessagePage>(
            $"/api/v1/{side}conversations/{world.ConversationId}/messages?after={after}&revision={revision}", WireJson.Options, Cancellation))!;

    static async Task<MessageView> ChangedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<MessageView>(WireJson.Options, Cancellation))!;
    }

    static async Task RefusedAsync(string code, HttpResponseMessage answer)
    {
        Assert.False(answer.IsSuccessStatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    static async Task<List<BusEvent>> EventsAsync(World world)
    {
        var commits = await world.Api.WithAsync<SiteAccessDb, List<OutboxBatch>>(db => db.Outbox.OrderBy(batch => batch.Position).ToListAsync(Cancellation));
        return [.. commits.SelectMany(batch => Fact.Split(batch.Events))
            .Where(fact => fact.ConversationId == world.ConversationId)
            .Select(fact => JsonSerializer.Deserialize<BusEvent>(fact.Text.Span, WireJson.Options)!)];
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.UnitTests.Api;

public class IntakeTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_retried_message_is_stored_once()
    {
        var world = await World.CreateAsync(host.First);
        var item = world.Item("Привет, 👋!");

        var first = Assert.Single(await world.SendAsync(item));
        var second = Assert.Single(await world.SendAsync(item));

        Assert.False(first.IsRepeat);
        Assert.True(second.IsRepeat);
        Assert.Equivalent(first.Message, second.Message, strict: true);
        Assert.Equal(1, (await world.ReloadAsync()).LastSeq);
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused()
    {
        var world = await World.CreateAsync(host.First);
        var item = world.Item("one");
        await world.SendAsync(item);

        Assert.Equal(ErrorCodes.MessageConflict, Assert.Single(await world.SendAsync(item with { Body = "two" })).Error);
        Assert.Equal(ErrorCodes.MessageConflict, Assert.Single(await world.SendAsync(item with { Actor = world.AsOperator })).Error);
    }

    [Fact]
    public async Task Duplicates_within_a_batch_are_one_message()
    {
        var world = await World.CreateAsync(host.First);
        var item = world.Item("same");

        var results = await world.SendAsync(item, world.Item("between"), item, item with { Body = "other" });

        Assert.Equal([1L, 2L, 1L], results.Take(3).Select(result => result.Message!.Seq));
        Assert.Equal([false, false, true], results.Take(3).Select(result => result.IsRepeat));
        Assert.Equal(ErrorCodes.MessageConflict, results[3].Error);
        Assert.Equal(2, (await world.ReloadAsync()).LastSeq);
    }

    [Fact]
    public async Task A_bad_item_harms_no_neighbour()
    {
        var world = await World.CreateAsync(host.First);
        var stranger = await World.CreateAsync(host.First);

        var results = await world.SendAsync(
            world.Item("first"),
            world.Item(""),
            world.Item(new string('x', MessageRules.MaxBodyLength + 1)),
            world.Item("a\0b"),
            world.Item("half \ud83d"),
            world.Item("no id", clientMessageId: Guid.Empty),
            world.Item("not mine", actor: stranger.AsVisitor),
            world.Item("not my channel", actor: stranger.AsOperator),
            world.Item("nowhere", conversationId: Guid.NewGuid()),
            world.Item("last"));

        Assert.Equal(
            [
                null, ErrorCodes.MessageInvalid, ErrorCodes.MessageInvalid, ErrorCodes.MessageInvalid, ErrorCodes.MessageInvalid,
                ErrorCodes.RequestInvalid, ErrorCodes.ConversationNotFound, ErrorCodes.ConversationNotFound, ErrorCodes.ConversationNotFound, null,
            ],
            results.Select(result => result.Error));
        Assert.Equal(2, results[^1].Message!.Seq);
    }

    [Fact]
    public async Task What_the_database_refuses_harms_no_neighbour()
    {
        var world = await World.CreateAsync(host.First);
        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync(
            $"alter table message add constraint refuse_one check (body <> 'refused')"));

        var results = await world.SendAsync(world.Item("before"), world.Item("refused"), world.Item("after"));

        Assert.Equal([null, ErrorCodes.ServerError, null], results.Select(result => result.Error));
        Assert.Equal(2, results[2].Message!.Seq);
        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync($"alter table message drop constraint refuse_one"));
    }

    [Fact]
    public async Task Positions_have_no_gaps_under_parallel_sends_to_two_nodes()
    {
        var world = await World.CreateAsync(host.First);
        var second = await host.StartNodeAsync();
        var other = await world.BeginAsync(await world.AddVisitorAsync());
        var items = Enumerable.Range(1, 50).Select(i => world.Item($"{i}", actor: world.AsOperator)).ToList();

        // Every item goes to both nodes, in batches that hold both conversations in opposite order.
        var sends = items.SelectMany(item => new[]
        {
            World.SendAsync(world.Api, item, world.Item("x", world.AsOperator, conversationId: other)),
            World.SendAsync(second, world.Item("y", world.AsOperator, conversationId: other), item),
        });
        var results = (await Task.WhenAll(sends)).SelectMany(result => result).ToList();

        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal(50, results.Count(result => result.IsRepeat));
        await AssertWholeAsync(world, world.ConversationId, 50);
        await AssertWholeAsync(world, other, 100);
    }

    [Theory]
    [InlineData("resolved")]
    [InlineData("snoozed")]
    [InlineData("pending")]
    public async Task A_visitors_message_brings_the_conversation_back(string status)
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync(
            $"update conversation set status = {status}, waiting_since = null where id = {world.ConversationId}"));

        await world.SendAsync(world.Item("an answer", world.AsOperator));
        Assert.Equal(status, Words.Of((await world.ReloadAsync()).Status));
        await world.SendAsync(world.Item("and another thing"));

        var conversation = await world.ReloadAsync();
        Assert.Equal("open", Words.Of(conversation.Status));
        Assert.NotNull(conversation.WaitingSince);
        Assert.Equal((2, 1), (conversation.UnreadByOperators, conversation.UnreadByVisitor));
    }

    [Fact]
    public async Task The_visitor_waits_from_the_first_unanswered_message_on()
    {
        var world = await World.CreateAsync(host.First);

        var first = Assert.Single(await world.SendAsync(world.Item("one")));
        await world.SendAsync(world.Item("two"));
        Assert.Equal(first.Message!.CreatedAt, (await world.ReloadAsync()).WaitingSince);

        await world.SendAsync(world.Item("yes?", world.AsOperator));
        Assert.Null((await world.ReloadAsync()).WaitingSince);
    }

    [Fact]
    public async Task Every_message_has_its_event_in_the_same_order()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("one") with { TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" }, world.Item("two"));
        await world.SendAsync(world.Item("three") with { TraceParent = "nonsense" });

        var commits = await world.Api.WithAsync<SiteAccessDb, List<OutboxBatch>>(db => db.Outbox.OrderBy(batch => batch.Position).ToListAsync());
        var events = commits.SelectMany(batch => Fact.Split(batch.Events))
            .Where(fact => fact.ConversationId == world.ConversationId)
            .Select(fact => JsonSerializer.Deserialize<BusEvent>(fact.Text.Span, WireJson.Options)!)
            .Where(message => message.Type == HubEvents.MessageReceived)
            .ToList();

        Assert.Equal([1L, 2L, 3L], events.Select(message => message.Seq));
        Assert.Equal(["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", null, null], events.Select(message => message.TraceParent));
        Assert.All(events, message => Assert.Equal(world.Channel.Id, message.ChannelId));
    }

    static async Task AssertWholeAsync(World world, Guid conversationId, int count)
    {
        var seqs = await world.Api.WithAsync<SiteAccessDb, List<long>>(db => db.Messages
            .Where(message => message.ConversationId == conversationId)
            .OrderBy(message => message.Seq)
            .Select(message => message.Seq)
            .ToListAsync());
        Assert.Equal(Enumerable.Range(1, count).Select(i => (long)i), seqs);
    }
}

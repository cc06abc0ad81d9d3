using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.UnitTests.Api;

public class InboxTests(ApiHost host) : IClassFixture<ApiHost>
{
    const string List = "/api/v1/conversations";

    [Fact]
    public async Task Pages_hold_every_conversation_once_newest_first_though_many_are_of_one_moment()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        var at = DateTimeOffset.UtcNow;
        for (var i = 0; i < 23; i++)
            await world.SendAsync(world.Item($"{i}", world.AsOperator, conversationId: await world.BeginAsync(await world.AddVisitorAsync())));
        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync(
            $"update conversation set last_activity_at = {at} - interval '1 minute' * (get_byte(uuid_send(id), 15) % 3) where channel_id = {world.Channel.Id}"));

        var seen = await AllAsync(world.OperatorClient(), $"{List}?limit=5");

        Assert.Equal(24, seen.Select(row => row.Id).Distinct().Count());
        Assert.Equal(24, seen.Count);
        Assert.Equal(seen.OrderByDescending(row => row.LastActivityAt).ThenByDescending(row => row.Id.ToString(), StringComparer.Ordinal).Select(row => row.Id), seen.Select(row => row.Id));
    }

    [Fact]
    public async Task What_moves_up_while_somebody_pages_hides_nothing_else()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("oldest"));
        for (var i = 0; i < 9; i++)
            await world.SendAsync(world.Item("x", world.AsOperator, conversationId: await world.BeginAsync(await world.AddVisitorAsync())));
        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync(
            $"update conversation set last_activity_at = last_activity_at - interval '1 minute' where channel_id = {world.Channel.Id}"));
        using var client = world.OperatorClient();
        var first = await PageAsync(client, $"{List}?limit=4");

        await world.SendAsync(world.Item("up again"));
        var rest = await AllAsync(client, $"{List}?limit=4", first.NextCursor);

        Assert.Equal(9, first.Items.Concat(rest).Select(row => row.Id).Distinct().Count());
        Assert.Equal(world.ConversationId, (await PageAsync(client, $"{List}?limit=4")).Items[0].Id);
        Assert.DoesNotContain(rest, row => row.Id == world.ConversationId);
    }

    [Fact]
    public async Task Filters_by_status_assignee_and_channel_agree_with_the_rows()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        using var client = world.OperatorClient();
        Assert.Single((await PageAsync(client, $"{List}?status=open&assignee=none&channel={world.Channel.Id}")).Items);

        var changed = await client.PatchAsJsonAsync($"{List}/{world.ConversationId}", new ChangeConversation(ConversationStatus.Pending, world.Operator.Id), WireJson.Options);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        Assert.Empty((await PageAsync(client, $"{List}?status=open")).Items);
        Assert.Empty((await PageAsync(client, $"{List}?assignee=none")).Items);
        Assert.Empty((await PageAsync(client, $"{List}?channel={Guid.NewGuid()}")).Items);
        var row = Assert.Single((await PageAsync(client, $"{List}?status=pending,resolved&assignee=me")).Items);
        Assert.Equal(("Olga", 1, "hello"), (row.AssigneeName, row.UnreadCount, row.LastMessage!.Body));
    }

    [Fact]
    public async Task Only_members_of_the_channel_see_it_and_nobody_sees_what_has_no_message()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        using var member = world.OperatorClient();
        Assert.Empty((await PageAsync(member, List)).Items);
        await world.SendAsync(world.Item("hello"));

        using var client = stranger.OperatorClient();
        Assert.Empty((await PageAsync(client, List)).Items);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{List}/{world.ConversationId}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{List}/{world.ConversationId}/messages")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsJsonAsync($"{List}/{world.ConversationId}/read", new MarkRead(1))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PatchAsJsonAsync($"{List}/{world.ConversationId}", new ChangeConversation(), WireJson.Options)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"{List}/{world.ConversationId}")).StatusCode);
    }

    [Fact]
    public async Task Reading_clears_the_counts_and_never_goes_back()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("1"), world.Item("2"), world.Item("answer", world.AsOperator), world.Item("3"));
        using var client = world.OperatorClient();

        await client.PostAsJsonAsync($"{List}/{world.ConversationId}/read", new MarkRead(2));
        Assert.Equal(1, (await world.ReloadAsync()).UnreadByOperators);
        await client.PostAsJsonAsync($"{List}/{world.ConversationId}/read", new MarkRead(99));
        await client.PostAsJsonAsync($"{List}/{world.ConversationId}/read", new MarkRead(1));

        var conversation = await world.ReloadAsync();
        Assert.Equal((0, 4L, 4L, 1), (conversation.UnreadByOperators, conversation.OperatorReadSeq, conversation.OperatorDeliveredSeq, conversation.UnreadByVisitor));
    }

    static async Task<ConversationPage> PageAsync(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<ConversationPage>(address, WireJson.Options))!;

    static async Task<List<ConversationSummary>> AllAsync(HttpClient client, string address, string? cursor = null)
    {
        var rows = new List<ConversationSummary>();
        for (var isFirst = true; isFirst || cursor is not null; isFirst = false)
        {
            var page = await PageAsync(client, cursor is null ? address : $"{address}&cursor={cursor}");
            rows.AddRange(page.Items);
            cursor = page.NextCursor;
        }

        return rows;
    }
}

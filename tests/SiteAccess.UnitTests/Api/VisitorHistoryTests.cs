using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.UnitTests.Api;

public class VisitorHistoryTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_visitor_pages_through_their_own_conversations_from_the_newest()
    {
        var world = await World.CreateAsync(host.First);
        Guid[] ids = [world.ConversationId, await BeginAsync(world, 1), await BeginAsync(world, 2)];
        for (var i = 0; i < ids.Length; i++) await world.SendAsync(world.Item($"question {i}", conversationId: ids[i]));
        await world.SendAsync(world.Item(new string('x', 200), world.AsOperator, conversationId: ids[0]));
        var empty = await BeginAsync(world, 3);

        var stranger = await World.CreateAsync(host.First);
        await stranger.SendAsync(stranger.Item("somebody else's"));

        using var client = world.VisitorClient();
        var first = await ListAsync(client, "?limit=2");
        var second = await ListAsync(client, $"?limit=2&cursor={first.NextCursor}");

        Assert.Equal([ids[2], ids[1]], first.Items.Select(row => row.Conversation.Id));
        Assert.Equal("question 2", first.Items[0].Preview);
        var oldest = Assert.Single(second.Items);
        Assert.Equal((ids[0], new string('x', 140), 1), (oldest.Conversation.Id, oldest.Preview, oldest.Conversation.UnreadCount));
        Assert.Null(second.NextCursor);
        Assert.DoesNotContain(empty, (await ListAsync(client, "")).Items.Select(row => row.Conversation.Id));
    }

    [Fact]
    public async Task Who_has_a_conversation_is_named()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Conversations
            .Where(conversation => conversation.Id == world.ConversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(conversation => conversation.AssigneeId, world.Operator.Id)));

        Assert.Equal("Olga", Assert.Single((await ListAsync(world.VisitorClient(), "")).Items).OperatorName);
    }

    [Fact]
    public async Task What_only_operators_know_is_no_preview()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        using var staff = world.OperatorClient();
        var change = new ChangeConversation(ConversationStatus.Resolved);
        (await staff.PatchAsJsonAsync($"/api/v1/conversations/{world.ConversationId}", change, WireJson.Options)).EnsureSuccessStatusCode();
        await world.SendAsync(world.Item("difficult", world.AsOperator) with { Kind = SiteAccess.Contracts.Messages.MessageKind.Note });

        Assert.Equal("hello", Assert.Single((await ListAsync(world.VisitorClient(), "")).Items).Preview);
    }

    [Fact]
    public async Task A_made_up_cursor_is_refused()
    {
        var world = await World.CreateAsync(host.First);
        Assert.Equal(HttpStatusCode.BadRequest, (await world.VisitorClient().GetAsync("/api/v1/widget/conversations?cursor=nonsense")).StatusCode);
    }

    [Fact]
    public async Task Writing_in_an_earlier_conversation_makes_it_the_current_one_again()
    {
        var world = await World.CreateAsync(host.First);
        using var client = world.Api.CreateClient();
        var session = await OpenAsync(client, new StartVisitorSession(world.Channel.Key));
        var visitor = await world.Api.WithAsync<SiteAccessDb, SiteAccess.Api.Visitors.Visitor>(async db => (await db.Visitors.FindAsync(session.VisitorId))!);
        var me = new SiteAccess.Contracts.Internal.Actor(SiteAccess.Contracts.Messages.SenderType.Visitor, visitor.Id);
        var (first, second) = (await world.BeginAsync(visitor), Guid.Empty);
        await world.SendAsync(world.Item("first", me, conversationId: first));
        second = await world.BeginAsync(visitor);
        await world.SendAsync(world.Item("second", me, conversationId: second));
        await MoveAsync(world, first, -60);
        Assert.Equal(second, (await OpenAsync(client, new StartVisitorSession(world.Channel.Key, session.VisitorKey))).Conversation!.Id);

        await MoveAsync(world, second, -30);
        await world.SendAsync(world.Item("first again", me, conversationId: first));
        Assert.Equal(first, (await OpenAsync(client, new StartVisitorSession(world.Channel.Key, session.VisitorKey))).Conversation!.Id);
    }

    /// <summary>A further conversation of the visitor, some seconds younger than the first.</summary>
    static async Task<Guid> BeginAsync(World world, int seconds)
    {
        // Only one conversation may be without a message: the one before gets its first.
        var id = Guid.CreateVersion7();
        var at = DateTimeOffset.UtcNow.AddSeconds(seconds);
        await world.Api.WithAsync<SiteAccessDb, int>(async db =>
        {
            await db.Conversations.Where(conversation => conversation.VisitorId == world.Visitor.Id && conversation.BegunAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(conversation => conversation.BegunAt, at));
            db.Add(new SiteAccess.Api.Conversations.Conversation
            {
                Id = id, ChannelId = world.Channel.Id, VisitorId = world.Visitor.Id, CreatedAt = at, LastActivityAt = at,
            });
            return await db.SaveChangesAsync();
        });
        return id;
    }

    static Task<int> MoveAsync(World world, Guid id, int seconds) => world.Api.WithAsync<SiteAccessDb, int>(db => db.Conversations
        .Where(conversation => conversation.Id == id)
        .ExecuteUpdateAsync(set => set.SetProperty(conversation => conversation.LastActivityAt, DateTimeOffset.UtcNow.AddSeconds(seconds))));

    static async Task<VisitorConversationPage> ListAsync(HttpClient client, string query) =>
        (await client.GetFromJsonAsync<VisitorConversationPage>($"/api/v1/widget/conversations{query}", WireJson.Options))!;

    static async Task<VisitorSession> OpenAsync(HttpClient client, StartVisitorSession request)
    {
        var response = await client.PostAsJsonAsync("/api/v1/widget/sessions", request, WireJson.Options);
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<VisitorSession>(WireJson.Options))!;
    }
}

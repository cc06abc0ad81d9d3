using System.Net.Http.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.UnitTests.Api;

public class EventRowTests(ApiHost host) : IClassFixture<ApiHost>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_operator_does_stands_in_the_conversation_for_operators_alone()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("Hello"));
        var before = await world.ReloadAsync();
        using var client = world.OperatorClient();

        var row = await ChangeAsync(client, world, new ChangeConversation(ConversationStatus.Resolved, world.Operator.Id));
        Assert.Equal((3L, "Hello"), (row.LastSeq, row.LastMessage!.Body));
        await ChangeAsync(client, world, new ChangeConversation(ConversationStatus.Resolved));
        await ChangeAsync(client, world, new ChangeConversation(AssigneeId: Guid.Empty));
        await world.SendAsync(world.Item("And now?"));

        var all = await PageAsync(client, $"/api/v1/conversations/{world.ConversationId}/messages?after=0");
        Assert.Equal([1L, 2L, 3L, 4L, 5L], all.Messages.Select(message => message.Seq));
        Assert.Equal(["assigned:Olga", "status:resolved", "unassigned"], all.Messages.Where(message => message.Kind == MessageKind.Event).Select(message => message.Body));
        using var visitor = world.VisitorClient();
        var theirs = await PageAsync(visitor, $"/api/v1/widget/conversations/{world.ConversationId}/messages?after=0");
        Assert.Equal([1L, 5L], theirs.Messages.Select(message => message.Seq));
        var conversation = await world.ReloadAsync();
        Assert.Equal((0, 2), (conversation.UnreadByVisitor, conversation.UnreadByOperators));
        Assert.True(before.LastActivityAt <= conversation.LastActivityAt);
    }

    [Fact]
    public async Task A_change_moves_nothing_up_and_is_no_answer()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("Hello"));
        var before = await world.ReloadAsync();
        using var client = world.OperatorClient();

        await ChangeAsync(client, world, new ChangeConversation(AssigneeId: world.Operator.Id));

        var after = await world.ReloadAsync();
        Assert.Equal((before.LastActivityAt, before.WaitingSince, before.LastSeq + 1), (after.LastActivityAt, after.WaitingSince, after.LastSeq));
    }

    static async Task<ConversationSummary> ChangeAsync(HttpClient client, World world, ChangeConversation change)
    {
        var answer = await client.PatchAsJsonAsync($"/api/v1/conversations/{world.ConversationId}", change, WireJson.Options, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await answer.Content.ReadFromJsonAsync<ConversationSummary>(WireJson.Options, Cancellation))!;
    }

    static async Task<MessagePage> PageAsync(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<MessagePage>(address, WireJson.Options, Cancellation))!;
}

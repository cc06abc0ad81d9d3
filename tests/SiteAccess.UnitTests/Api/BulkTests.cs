using System.Net;
using System.Net.Http.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;

namespace SiteAccess.UnitTests.Api;

public class BulkTests(ApiHost host) : IClassFixture<ApiHost>
{
    const string Changes = "/api/v1/conversations/changes";

    [Fact]
    public async Task Each_of_many_gets_its_own_change_and_its_own_answer()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        var second = await world.BeginAsync(await world.AddVisitorAsync());
        using var client = world.OperatorClient();

        var answers = await ChangeAsync(
            client,
            new(world.ConversationId, new ChangeConversation(ConversationStatus.Resolved)),
            new(stranger.ConversationId, new ChangeConversation(ConversationStatus.Resolved)),
            new(second, new ChangeConversation(AssigneeId: stranger.Operator.Id)),
            new(second, new ChangeConversation(ConversationStatus.Open, SnoozedUntil: DateTimeOffset.UtcNow)),
            new(second, new ChangeConversation(AssigneeId: world.Operator.Id, Priority: ConversationPriority.High)));

        Assert.Equal([null, ErrorCodes.ConversationNotFound, ErrorCodes.RequestInvalid, ErrorCodes.RequestInvalid, null], answers.Select(answer => answer.Code));
        Assert.Equal(ConversationStatus.Resolved, answers[0].Conversation!.Status);
        Assert.Equal((world.Operator.Id, ConversationPriority.High), (answers[4].Conversation!.AssigneeId, answers[4].Conversation!.Priority));
        Assert.Equal(ConversationStatus.Open, (await stranger.ReloadAsync()).Status);
    }

    [Fact]
    public async Task None_and_too_many_are_refused()
    {
        var world = await World.CreateAsync(host.First);
        using var client = world.OperatorClient();
        var tooMany = Enumerable.Range(0, ChangeConversations.MaxItems + 1).Select(_ => new ConversationChange(world.ConversationId, new ChangeConversation()));

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsJsonAsync(Changes, new ChangeConversations([.. tooMany]), WireJson.Options)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsJsonAsync(Changes, new ChangeConversations([]), WireJson.Options)).StatusCode);
    }

    [Fact]
    public async Task A_resolved_conversation_that_is_opened_again_waits_as_long_as_before()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("answered"), world.Item("yes", world.AsOperator), world.Item("not answered"), world.Item("nor this"));
        var waiting = (await world.ReloadAsync()).WaitingSince;
        using var client = world.OperatorClient();

        await ChangeAsync(client, new ConversationChange(world.ConversationId, new ChangeConversation(ConversationStatus.Resolved)));
        Assert.Null((await world.ReloadAsync()).WaitingSince);
        await ChangeAsync(client, new ConversationChange(world.ConversationId, new ChangeConversation(ConversationStatus.Open)));

        Assert.Equal(waiting, (await world.ReloadAsync()).WaitingSince);
    }

    static async Task<IReadOnlyList<ChangedConversation>> ChangeAsync(HttpClient client, params ConversationChange[] changes)
    {
        var answer = await client.PostAsJsonAsync(Changes, new ChangeConversations(changes), WireJson.Options);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<ChangedConversations>(WireJson.Options))!.Items;
    }
}

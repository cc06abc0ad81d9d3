using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Labels;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.UnitTests.Api;

public class LabelTests(ApiHost host) : IClassFixture<ApiHost>
{
    const string Labels = "/api/v1/labels";
    const string List = "/api/v1/conversations";

    [Fact]
    public async Task Labels_are_put_on_and_taken_off_filter_the_list_and_are_told_to_everybody()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        using var client = world.OperatorClient();
        var (vip, refund) = (await AddAsync(client, "VIP", LabelColor.Violet), await AddAsync(client, "Возврат", LabelColor.Red));

        var changed = await ChangeAsync(client, world.ConversationId, new ChangeConversation(AddLabels: [refund.Id, vip.Id, vip.Id]));
        await ChangeAsync(client, world.ConversationId, new ChangeConversation(AddLabels: [vip.Id]));

        Assert.Equal([vip, refund], changed.Labels!.OrderBy(label => label.Name, StringComparer.Ordinal));
        Assert.Equal(world.ConversationId, Assert.Single((await PageAsync(client, $"label={vip.Id}")).Items).Id);
        Assert.Empty((await PageAsync(client, $"label={Guid.NewGuid()}")).Items);
        Assert.Equal(2, (await LastToldAsync(world)).Labels!.Count);

        var bare = await ChangeAsync(client, world.ConversationId, new ChangeConversation(RemoveLabels: [vip.Id, refund.Id]));
        Assert.Null(bare.Labels);
        Assert.Empty((await PageAsync(client, $"label={vip.Id}")).Items);
    }

    [Fact]
    public async Task A_name_is_taken_whatever_its_case_and_a_label_that_is_not_there_is_refused()
    {
        var world = await World.CreateAsync(host.First);
        using var client = world.OperatorClient();
        var name = $"Срочно {Guid.NewGuid():N}"[..20];
        await AddAsync(client, name, LabelColor.Red);

        var again = await client.PostAsJsonAsync(Labels, new SaveLabel(name.ToUpperInvariant(), LabelColor.Blue), WireJson.Options);
        Assert.Equal((HttpStatusCode.Conflict, ErrorCodes.LabelTaken), (again.StatusCode, await CodeAsync(again)));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsJsonAsync(Labels, new SaveLabel("  ", LabelColor.Blue), WireJson.Options)).StatusCode);
        var unknown = await client.PatchAsJsonAsync($"{List}/{world.ConversationId}", new ChangeConversation(AddLabels: [Guid.NewGuid()]), WireJson.Options);
        Assert.Equal((HttpStatusCode.NotFound, ErrorCodes.LabelNotFound), (unknown.StatusCode, await CodeAsync(unknown)));
    }

    [Fact]
    public async Task Only_supervisors_rename_and_delete_and_a_deleted_label_is_gone_from_every_conversation()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        using var client = world.OperatorClient();
        var label = await AddAsync(client, $"L{Guid.NewGuid():N}"[..12], LabelColor.Grey);
        await ChangeAsync(client, world.ConversationId, new ChangeConversation(AddLabels: [label.Id]));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.DeleteAsync($"{Labels}/{label.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PutAsJsonAsync($"{Labels}/{label.Id}", new SaveLabel("x", LabelColor.Red), WireJson.Options)).StatusCode);

        world.Operator.Role = OperatorRoles.Supervisor;
        using var supervisor = world.OperatorClient();
        var renamed = await supervisor.PutAsJsonAsync($"{Labels}/{label.Id}", new SaveLabel($"{label.Name} new", LabelColor.Teal), WireJson.Options);
        Assert.Equal(new LabelView(label.Id, $"{label.Name} new", LabelColor.Teal), await renamed.Content.ReadFromJsonAsync<LabelView>(WireJson.Options));
        Assert.Equal(HttpStatusCode.NoContent, (await supervisor.DeleteAsync($"{Labels}/{label.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.DeleteAsync($"{Labels}/{label.Id}")).StatusCode);
        Assert.Null((await PageAsync(client, "status=open")).Items[0].Labels);
    }

    [Fact]
    public async Task Priority_is_set_shown_and_filtered_by_and_outlives_messages()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        using var client = world.OperatorClient();
        Assert.Single((await PageAsync(client, "priority=none")).Items);

        var changed = await ChangeAsync(client, world.ConversationId, new ChangeConversation(Priority: ConversationPriority.Urgent));
        await world.SendAsync(world.Item("and more"));

        Assert.Equal(ConversationPriority.Urgent, changed.Priority);
        Assert.Equal(ConversationPriority.Urgent, Assert.Single((await PageAsync(client, "priority=urgent")).Items).Priority);
        Assert.Empty((await PageAsync(client, "priority=none")).Items);
        Assert.Empty((await PageAsync(client, "priority=high")).Items);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{List}?priority=huge")).StatusCode);
    }

    static async Task<LabelView> AddAsync(HttpClient client, string name, LabelColor color)
    {
        var answer = await client.PostAsJsonAsync(Labels, new SaveLabel(name, color), WireJson.Options);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<LabelView>(WireJson.Options))!;
    }

    static async Task<ConversationSummary> ChangeAsync(HttpClient client, Guid id, ChangeConversation change)
    {
        var answer = await client.PatchAsJsonAsync($"{List}/{id}", change, WireJson.Options);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<ConversationSummary>(WireJson.Options))!;
    }

    // The bus of these tests is away, so the outbox keeps what is told.
    static Task<ConversationSummary> LastToldAsync(World world) => world.Api.WithAsync<SiteAccessDb, ConversationSummary>(async db =>
    {
        var batches = await db.Outbox.AsNoTracking().OrderByDescending(batch => batch.Position).ToListAsync();
        var told = batches.SelectMany(batch => Fact.Split(batch.Events)).First(fact => fact.ConversationId == world.ConversationId);
        var busEvent = System.Text.Json.JsonSerializer.Deserialize<BusEvent>(told.Text.Span, WireJson.Options)!;
        Assert.Equal(HubEvents.ConversationUpdated, busEvent.Type);
        return System.Text.Json.JsonSerializer.Deserialize<ConversationSummary>(busEvent.Data, WireJson.Options)!;
    });

    static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<ProblemView>(WireJson.Options))?.Code;

    static async Task<ConversationPage> PageAsync(HttpClient client, string query) =>
        (await client.GetFromJsonAsync<ConversationPage>($"{List}?{query}", WireJson.Options))!;
}

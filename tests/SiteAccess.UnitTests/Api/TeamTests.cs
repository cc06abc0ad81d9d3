using System.Net;
using System.Net.Http.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Operators;
using SiteAccess.Contracts.Teams;

namespace SiteAccess.UnitTests.Api;

public class TeamTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Leaders_make_change_and_dissolve_teams_and_everybody_sees_them()
    {
        var world = await World.CreateAsync(host.First);
        using var colleague = world.OperatorClient();
        using var leader = Leader(world);
        var name = $"Second line {Guid.NewGuid():N}";
        Assert.Equal(HttpStatusCode.Forbidden, (await SaveAsync(colleague, HttpMethod.Post, "", name)).StatusCode);

        var made = await SaveAsync(leader, HttpMethod.Post, "", name, world.Operator.Id);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var team = await ReadAsync<TeamView>(made);
        Assert.Equal(["Olga"], team.Members.Select(member => member.Name));
        Assert.Contains(await colleague.GetFromJsonAsync<List<TeamView>>("/api/v1/teams", WireJson.Options) ?? [], seen => seen.Id == team.Id);

        Assert.Equal(ErrorCodes.TeamNameTaken, (await ReadAsync<ProblemView>(await SaveAsync(leader, HttpMethod.Post, "", name))).Code);
        Assert.Equal(ErrorCodes.RequestInvalid, (await ReadAsync<ProblemView>(await SaveAsync(leader, HttpMethod.Put, $"/{team.Id}", name, Guid.NewGuid()))).Code);
        Assert.Equal(ErrorCodes.RequestInvalid, (await ReadAsync<ProblemView>(await SaveAsync(leader, HttpMethod.Post, "", " "))).Code);
        var emptied = await ReadAsync<TeamView>(await SaveAsync(leader, HttpMethod.Put, $"/{team.Id}", name + "!"));
        Assert.Equal((name + "!", 0), (emptied.Name, emptied.Members.Count));

        await leader.DeleteAsync($"/api/v1/teams/{team.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, (await SaveAsync(leader, HttpMethod.Put, $"/{team.Id}", name)).StatusCode);
    }

    [Fact]
    public async Task A_conversation_given_to_a_team_waits_for_one_of_its_members_and_survives_its_end()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync(world.Item("hello"));
        using var leader = Leader(world);
        var team = await ReadAsync<TeamView>(await SaveAsync(leader, HttpMethod.Post, "", $"Team {Guid.NewGuid():N}", world.Operator.Id));
        var strangers = await ReadAsync<TeamView>(await SaveAsync(leader, HttpMethod.Post, "", $"Team {Guid.NewGuid():N}"));

        var taken = await ReadAsync<ConversationSummary>(await ChangeAsync(world, leader, new ChangeConversation(AssigneeId: world.Operator.Id)));
        Assert.Equal((world.Operator.Id, (Guid?)null), (taken.AssigneeId, taken.TeamId));
        var transferred = await ReadAsync<ConversationSummary>(await ChangeAsync(world, leader, new ChangeConversation(TeamId: team.Id)));
        Assert.Equal((null, team.Id, team.Name), (transferred.AssigneeId, transferred.TeamId, transferred.TeamName));
        Assert.Equal(HttpStatusCode.BadRequest, (await ChangeAsync(world, leader, new ChangeConversation(TeamId: strangers.Id))).StatusCode);
        var answered = await ReadAsync<ConversationSummary>(await ChangeAsync(world, leader, new ChangeConversation(AssigneeId: world.Operator.Id)));
        Assert.Equal((world.Operator.Id, team.Id), (answered.AssigneeId, answered.TeamId));

        var choices = (await leader.GetFromJsonAsync<AssignChoices>($"/api/v1/channels/{world.Channel.Id}/assign-choices", WireJson.Options))!;
        Assert.Equal((world.Operator.Id, OperatorState.Offline, 1), (choices.Operators[0].Id, choices.Operators[0].State, choices.Operators[0].OpenCount));
        Assert.Equal([(team.Id, 1, 0, 1)], choices.Teams.Select(found => (found.Id, found.MemberCount, found.AvailableCount, found.OpenCount)));

        await leader.DeleteAsync($"/api/v1/teams/{team.Id}", TestContext.Current.CancellationToken);
        Assert.Null((await world.ReloadAsync()).TeamId);
        Assert.Equal(world.Operator.Id, (await world.ReloadAsync()).AssigneeId);
    }

    [Fact]
    public async Task Leaders_say_how_their_channels_assign()
    {
        var (world, other) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        using var leader = Leader(world);

        var changed = await ReadAsync<ChannelSummary>(await SetAsync(leader, world, new ChangeChannel(true, 5)));
        Assert.Equal((true, 5), (changed.AssignsAutomatically, changed.OperatorLimit));
        var off = await ReadAsync<ChannelSummary>(await SetAsync(leader, world, new ChangeChannel(false)));
        Assert.Equal((false, 5), (off.AssignsAutomatically, off.OperatorLimit));
        Assert.Equal(HttpStatusCode.BadRequest, (await SetAsync(leader, world, new ChangeChannel(OperatorLimit: 0))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SetAsync(leader, other, new ChangeChannel(true))).StatusCode);
        using var colleague = other.OperatorClient();
        Assert.Equal(HttpStatusCode.Forbidden, (await SetAsync(colleague, other, new ChangeChannel(true))).StatusCode);
    }

    [Fact]
    public async Task An_operators_word_is_kept_and_comes_back_with_their_profile()
    {
        var world = await World.CreateAsync(host.First);
        using var client = world.OperatorClient();
        Assert.Equal(OperatorState.Online, (await client.GetFromJsonAsync<OperatorView>("/api/v1/me", WireJson.Options))!.State);

        var said = await client.PatchAsJsonAsync("/api/v1/me", new ChangeMe(OperatorState.Busy), WireJson.Options);

        Assert.Equal(OperatorState.Busy, (await ReadAsync<OperatorView>(said)).State);
        Assert.Equal(OperatorState.Busy, (await client.GetFromJsonAsync<OperatorView>("/api/v1/me", WireJson.Options))!.State);
    }

    static HttpClient Leader(World world)
    {
        world.Operator.Role = OperatorRoles.Supervisor;
        return world.OperatorClient();
    }

    static Task<HttpResponseMessage> SaveAsync(HttpClient client, HttpMethod method, string path, string name, params Guid[] members) =>
        client.SendAsync(new HttpRequestMessage(method, "/api/v1/teams" + path) { Content = JsonContent.Create(new SaveTeam(name, members), options: WireJson.Options) });

    static Task<HttpResponseMessage> ChangeAsync(World world, HttpClient client, ChangeConversation change) =>
        client.PatchAsJsonAsync($"/api/v1/conversations/{world.ConversationId}", change, WireJson.Options);

    static Task<HttpResponseMessage> SetAsync(HttpClient client, World world, ChangeChannel change) =>
        client.PatchAsJsonAsync($"/api/v1/channels/{world.Channel.Id}", change, WireJson.Options);

    static async Task<T> ReadAsync<T>(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<T>(WireJson.Options))!;
}

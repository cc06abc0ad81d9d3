using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SiteAccess.Api.Assignment;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;
using SiteAccess.Api.Operators;
using SiteAccess.Api.Teams;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Operators;
using SiteAccess.ServiceDefaults.Presence;
using SiteAccess.UnitTests.Redis;

namespace SiteAccess.UnitTests.Api;

public class AssignmentTests(PostgresServer postgres)
{
    static readonly CancellationToken Aborted = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waiting_conversations_are_shared_out_by_two_nodes_each_to_one_operator_and_none_over_the_limit()
    {
        await using var redis = await RedisServer.StartAsync(Aborted);
        var database = await postgres.CreateDatabaseAsync();
        await using var one = await StartNodeAsync(database, redis);
        await using var two = await StartNodeAsync(database, redis);
        var world = await World.CreateAsync(one);
        var second = await world.AddOperatorAsync("Pavel");
        await EnterAsync(world, world.Operator, second);
        world.Channel.OperatorLimit = 4;
        for (var i = 0; i < 11; i++)
            await world.SendAsync(world.Item($"{i}", world.AsOperator, conversationId: await world.BeginAsync(await world.AddVisitorAsync())));

        var given = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => RunAsync(i % 2 == 0 ? one : two, world.Channel)));

        Assert.Equal(8, given.Sum());
        Assert.Equal([4, 4], (await CountsAsync(world)).Values.Order());
        Assert.Equal(0, await RunAsync(two, world.Channel));
    }

    [Fact]
    public async Task Nobody_who_is_busy_away_or_in_another_team_gets_a_conversation()
    {
        await using var redis = await RedisServer.StartAsync(Aborted);
        await using var node = await StartNodeAsync(await postgres.CreateDatabaseAsync(), redis);
        var world = await World.CreateAsync(node);
        var (busy, gone, teamMate) = (await world.AddOperatorAsync("Busy"), await world.AddOperatorAsync("Gone"), await world.AddOperatorAsync("Mate"));
        await EnterAsync(world, world.Operator, busy, teamMate);
        await SayAsync(node, busy, OperatorState.Busy);
        await SayAsync(node, gone, OperatorState.Online);
        var team = new Team { Id = Guid.CreateVersion7(), Name = "Second line", CreatedAt = DateTimeOffset.UtcNow };
        await node.WithAsync<SiteAccessDb, int>(db =>
        {
            db.AddRange(team, new TeamMember { TeamId = team.Id, OperatorId = teamMate.Id, CreatedAt = team.CreatedAt });
            return db.SaveChangesAsync();
        });
        await world.SendAsync(world.Item("for the team"));
        await node.WithAsync<SiteAccessDb, int>(db => db.Conversations.ExecuteUpdateAsync(set => set.SetProperty(row => row.TeamId, team.Id)));

        Assert.Equal(1, await RunAsync(node, world.Channel));
        Assert.Equal(teamMate.Id, (await world.ReloadAsync()).AssigneeId);

        // When the others are busy or have gone, it waits; when one of them is free again, it is given.
        await SayAsync(node, world.Operator, OperatorState.Offline);
        await SayAsync(node, teamMate, OperatorState.Busy);
        await world.SendAsync(world.Item("for anybody"));
        await node.WithAsync<SiteAccessDb, int>(db => db.Conversations.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.TeamId, (Guid?)null).SetProperty(row => row.AssigneeId, (Guid?)null)));
        Assert.Equal(0, await RunAsync(node, world.Channel));
        await SayAsync(node, busy, OperatorState.Online);
        Assert.Equal(1, await RunAsync(node, world.Channel));
        Assert.Equal(busy.Id, (await world.ReloadAsync()).AssigneeId);
    }

    [Fact]
    public async Task A_channel_that_says_so_assigns_by_itself_and_any_other_does_not()
    {
        await using var redis = await RedisServer.StartAsync(Aborted);
        await using var node = await StartNodeAsync(await postgres.CreateDatabaseAsync(), redis);
        var (plain, assigning) = (await World.CreateAsync(node), await World.CreateAsync(node));
        await EnterAsync(plain, plain.Operator);
        await EnterAsync(assigning, assigning.Operator);
        await node.WithAsync<SiteAccessDb, int>(db => db.Channels.Where(channel => channel.Id == assigning.Channel.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(channel => channel.AssignsAutomatically, true)));
        await plain.SendAsync(plain.Item("hello"));
        await assigning.SendAsync(assigning.Item("hello"));

        await Eventually.TrueAsync(async () => (await assigning.ReloadAsync()).AssigneeId == assigning.Operator.Id, Aborted);
        Assert.Null((await plain.ReloadAsync()).AssigneeId);
    }

    static async Task<ApiHost.Node> StartNodeAsync(string database, RedisServer redis)
    {
        var node = new ApiHost.Node(database, redis.ConnectionString);
        await node.WaitUntilReadyAsync();
        return node;
    }

    static Task<int> RunAsync(ApiHost.Node node, Channel channel) =>
        node.WithAsync<AssignmentRound, int>(round => round.RunAsync(channel, Aborted));

    static Task SayAsync(ApiHost.Node node, Operator person, OperatorState state) =>
        node.WithAsync<OperatorStates, OperatorView?>(states => states.ChangeAsync(person.Id, new ChangeMe(state), Aborted));

    static Task EnterAsync(World world, params Operator[] people) => world.Api.Services.GetRequiredService<PresenceBoard>().RefreshAsync(
        [.. people.Select(person => new PresenceEntry(SenderType.Operator, world.Channel.Id, person.Id, "desk"))], Aborted);

    static Task<Dictionary<Guid, int>> CountsAsync(World world) => world.Api.WithAsync<SiteAccessDb, Dictionary<Guid, int>>(
        db => db.Conversations
            .Where(row => row.AssigneeId != null && row.Status == ConversationStatus.Open)
            .GroupBy(row => row.AssigneeId!.Value)
            .ToDictionaryAsync(group => group.Key, group => group.Count()));
}

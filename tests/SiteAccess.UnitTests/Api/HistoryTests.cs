using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Messages;
using SiteAccess.UnitTests.Architecture;

namespace SiteAccess.UnitTests.Api;

public class HistoryTests(ApiHost host, PostgresServer postgres) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("", 1, 7, false)]
    [InlineData("?limit=3", 5, 7, true)]
    [InlineData("?before=4&limit=2", 2, 3, true)]
    [InlineData("?before=3&limit=2", 1, 2, false)]
    [InlineData("?after=0&limit=3", 1, 3, true)]
    [InlineData("?after=5", 6, 7, false)]
    [InlineData("?after=7", 0, 0, false)]
    [InlineData("?limit=100000", 1, 7, false)]
    public async Task A_page_is_a_run_of_positions(string query, int first, int last, bool hasMore)
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync([.. Enumerable.Range(1, 7).Select(i => world.Item($"{i}", i % 2 == 0 ? world.AsOperator : world.AsVisitor))]);

        var visitor = await ReadAsync(world.VisitorClient(), $"/api/v1/widget/conversations/{world.ConversationId}/messages{query}");
        var colleague = await ReadAsync(world.OperatorClient(), $"/api/v1/conversations/{world.ConversationId}/messages{query}");

        Assert.Equal(last == 0 ? [] : Enumerable.Range(first, last - first + 1).Select(i => (long)i), visitor.Messages.Select(message => message.Seq));
        Assert.Equal((7L, hasMore), (visitor.LastSeq, visitor.HasMore));
        Assert.Equivalent(visitor, colleague, strict: true);
    }

    [Fact]
    public async Task Another_visitors_conversation_is_not_there()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        using var client = stranger.VisitorClient();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/widget/conversations/{world.ConversationId}/messages")).StatusCode);
        var send = await client.PostAsJsonAsync($"/api/v1/widget/conversations/{world.ConversationId}/messages", new SendMessage(Guid.NewGuid(), "x"), WireJson.Options);
        Assert.Equal(HttpStatusCode.NotFound, send.StatusCode);
    }

    [Fact]
    public async Task The_runbooks_restore_procedure_tells_clients_to_load_again()
    {
        await using var node = new ApiHost.Node(await postgres.CreateDatabaseAsync());
        await node.WaitUntilReadyAsync();
        var world = await World.CreateAsync(node);
        using var client = world.VisitorClient();
        var messages = $"/api/v1/widget/conversations/{world.ConversationId}/messages";
        var before = await ReadAsync(client, messages);

        var runbook = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "runbook.md"));
        var statement = runbook.Split("```sql", 2)[1].Split("```", 2)[0];
        Assert.Equal(1, await node.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlRawAsync(statement)));

        var after = await ReadAsync(client, messages);
        Assert.NotEqual(before.Epoch, after.Epoch);
        Assert.NotEmpty(after.Epoch);
    }

    static async Task<MessagePage> ReadAsync(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<MessagePage>(address, WireJson.Options))!;
}

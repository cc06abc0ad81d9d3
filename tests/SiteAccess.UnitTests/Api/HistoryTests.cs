using System.Net;
using System.Net.Http.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.UnitTests.Api;

public class HistoryTests(ApiHost host) : IClassFixture<ApiHost>
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

    static async Task<MessagePage> ReadAsync(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<MessagePage>(address, WireJson.Options))!;
}

using System.Net;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.UnitTests.Api;

public class TranscriptTests(ApiHost host) : IClassFixture<ApiHost>
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_holds_every_word_in_order_and_notes_only_when_asked_for()
    {
        var world = await World.CreateAsync(host.First);
        await world.SendAsync([.. Enumerable.Range(1, 450).Select(i => world.Item($"words {i}"))]);
        await world.SendAsync(world.Item("Хороший клиент", world.AsOperator) with { Kind = MessageKind.Note }, world.Item("Good day", world.AsOperator));
        using var client = world.OperatorClient();
        var address = $"/api/v1/conversations/{world.ConversationId}/transcript";

        var plain = await client.GetAsync(address, Cancellation);
        var text = await plain.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/plain", plain.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"conversation-{world.ConversationId:D}.txt", plain.Content.Headers.ContentDisposition?.FileName);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.StartsWith("Shop · ", lines[0], StringComparison.Ordinal);
        Assert.Equal(452, lines.Length);
        Assert.EndsWith(": words 1", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("] Olga: Good day", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("клиент", text, StringComparison.Ordinal);
        Assert.Contains("Olga (заметка): Хороший клиент", await client.GetStringAsync($"{address}?notes=true&language=ru&zone=Europe/Riga", Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{address}?zone=Nowhere", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task It_is_not_for_strangers()
    {
        var (world, stranger) = (await World.CreateAsync(host.First), await World.CreateAsync(host.First));
        await world.SendAsync(world.Item("Hello"));
        using var other = stranger.OperatorClient();
        using var visitor = world.VisitorClient();
        var address = $"/api/v1/conversations/{world.ConversationId}/transcript";

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(address, Cancellation)).StatusCode);
    }
}

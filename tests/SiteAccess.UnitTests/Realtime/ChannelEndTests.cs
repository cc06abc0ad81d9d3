using System.Net.WebSockets;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.UnitTests.Realtime;

public sealed class ChannelEndTests(Stage stage) : IClassFixture<Stage>
{
    static readonly Actor Boris = new(SenderType.Operator, Guid.NewGuid());

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("rubbish", ErrorCodes.RequestInvalid)]
    [InlineData("[]", ErrorCodes.RequestInvalid)]
    [InlineData("""{"type":"shout"}""", ErrorCodes.RequestInvalid)]
    [InlineData("""{"type":"ack"}""", ErrorCodes.RequestInvalid)]
    [InlineData("""{"type":"ack","last_id":456}""", ErrorCodes.RequestInvalid)]
    [InlineData("""{"type":"ack","last_id":"7a0a6a9e-0000-7000-8000-000000000000"}""", ErrorCodes.NotFound)]
    public async Task What_makes_no_sense_is_answered_with_a_code_and_the_line_goes_on(string words, string code)
    {
        var (conversation, _, token) = stage.Begin();
        await using var client = await stage.ListenAsync(conversation, token);
        await client.SayAsync(words);
        await client.HearsAsync("error", code);
        await client.SayAsync("""{"type":"ping"}""");
        await client.HearsAsync("pong");
    }

    [Fact]
    public async Task What_is_too_long_or_no_text_ends_that_connection_alone()
    {
        var (conversation, _, token) = stage.Begin();
        await using var calm = await stage.ListenAsync(conversation, token);
        await using var loud = await stage.ListenAsync(conversation, token);
        await using var strange = await stage.ListenAsync(conversation, token);
        await loud.SayAsync(new string('x', 100_000));
        await strange.SayAsync([1, 2, 3], WebSocketMessageType.Binary);
        await loud.EndsAsync(1009, ErrorCodes.RequestTooLarge);
        await strange.EndsAsync(1003, ErrorCodes.RequestInvalid);
        await stage.SayAsync(Boris, conversation, "still here?");
        await calm.HearsAsync("chat.message");
    }

    [Fact]
    public async Task Who_talks_without_end_is_sent_away()
    {
        var (conversation, _, token) = stage.Begin();
        await using var client = await stage.ListenAsync(conversation, token);
        await Record.ExceptionAsync(async () =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                await client.SayAsync("""{"type":"pong"}""");
            }
        });
        await client.EndsAsync(4429, ErrorCodes.RequestTooMany);
    }

    [Fact]
    public async Task A_reader_more_than_a_megabyte_behind_is_closed_with_the_reason_and_the_others_hear_all()
    {
        var (conversation, _, token) = stage.Begin();
        await using var quick = await stage.ListenAsync(conversation, token);
        await using var slow = await ChannelClient.ConnectAsync(stage.Node.Socket($"session={conversation}&token={token}"), isReading: false);
        var body = new string('я', 7_000);
        const int Most = 600; // 8 MB: more than the network's own buffers take
        const int Round = 30;
        for (var heard = Round; heard <= Most; heard += Round)
        {
            await Task.WhenAll(Enumerable.Range(0, Round).Select(_ => stage.SayAsync(Boris, conversation, body)));
            await Eventually.TrueAsync(() => quick.Texts.Count >= heard, Cancellation);
        }

        slow.Read();
        await slow.EndsAsync(4408, ErrorCodes.ConnectionTooSlow);
        Assert.InRange(slow.Texts.Count, 1, Most - 1);
        Assert.Equal(Most, quick.Seqs.Count());
    }

    [Fact]
    public async Task A_node_that_goes_sends_its_clients_elsewhere_and_ends_well()
    {
        var node = await stage.StartNodeAsync();
        var (conversation, _, token) = stage.Begin();
        await using var client = await stage.ListenAsync(conversation, token, node: node);
        await using var events = await EventStream.OpenAsync(node.Events($"session={conversation}&token={token}"));
        await node.AskToStopAsync();
        await client.EndsAsync(1012, HubEvents.ServerMoving);
        await events.EndsAsync();
        Assert.StartsWith("retry: ", events.Lines.Last(line => line.Length > 0), StringComparison.Ordinal);
        Assert.Equal(0, await node.EndAsync(Cancellation));
    }
}

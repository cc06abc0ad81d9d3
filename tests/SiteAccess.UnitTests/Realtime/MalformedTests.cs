using System.Net.WebSockets;
using System.Text;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Hub;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>What a client may do wrong on the wire, and that nobody else notices.</summary>
public sealed class MalformedTests(Stage stage) : IClassFixture<Stage>
{
    const string End = "\u001e";

    static readonly string Deep = new('[', 2000);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Misfits =>
    [
        """[{"conversationId":"no id","clientMessageId":7,"body":{}}]""",
        """[{"conversationId":"01933b6e-7c00-7000-8000-000000000001"}]""",
        """["text"]""",
        "[[1,2,3]]",
        "[]",
        "[{},{}]",
        "[null]",
        $"[{new string('[', 50)}{new string(']', 50)}]",
        $"[{string.Join(',', Enumerable.Repeat("1", 10_000))}]",
    ];

    public static TheoryData<string> Garbage =>
    [
        $"what is this{End}",
        $"{{\"type\":1,\"target\":\"message:send\"}}{End}",
        $"{{\"type\":\"one\"}}{End}",
        $"{{\"type\":1,\"invocationId\":{{}},\"target\":[],\"arguments\":7}}{End}",
        $"[1,2,3]{End}",
        $"null{End}",
        End,
        Deep + End,
        $"{{\"type\":6}}{End}{{\"type\":{End}",
        "\0\0\0\0" + End,
    ];

    [Theory]
    [MemberData(nameof(Misfits))]
    public async Task A_call_that_does_not_fit_its_method_is_answered_with_a_code_and_the_next_one_works(string arguments)
    {
        await using var hub = await stage.OperatorAsync();
        await SayAsync(hub, $$"""{"type":1,"invocationId":"x","target":"{{HubEvents.MessageSend}}","arguments":{{arguments}}}""");
        await AnsweredAsync(hub, "x", ErrorCodes.RequestInvalid);
        await StillWorksAsync(hub);
    }

    [Fact]
    public async Task A_method_that_is_not_there_and_a_stream_are_answered_with_codes()
    {
        await using var hub = await stage.OperatorAsync();
        await SayAsync(hub, """{"type":1,"invocationId":"a","target":"OnConnectedAsync","arguments":[]}""");
        await AnsweredAsync(hub, "a", ErrorCodes.RequestUnknown);
        await SayAsync(hub, $$"""{"type":4,"invocationId":"b","target":"{{HubEvents.Typing}}","arguments":[{"conversationId":"01933b6e-7c00-7000-8000-000000000001","isTyping":true}]}""");
        await AnsweredAsync(hub, "b", ErrorCodes.RequestInvalid);
        await SayAsync(hub, $$"""{"type":1,"invocationId":"c","target":"{{HubEvents.Typing}}","streamIds":["1"],"arguments":[{"conversationId":"01933b6e-7c00-7000-8000-000000000001","isTyping":true}]}""");
        await AnsweredAsync(hub, "c", ErrorCodes.RequestInvalid);
        await StillWorksAsync(hub);
    }

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task What_is_no_record_ends_its_connection_with_a_code_and_no_other(string garbage)
    {
        await using var neighbour = await stage.OperatorAsync();
        await using var hub = await stage.OperatorAsync();
        await hub.SendRawAsync(Encoding.UTF8.GetBytes(garbage), Cancellation);
        await EndedAsync(hub, ErrorCodes.RequestInvalid);
        await StillWorksAsync(neighbour);
    }

    [Theory]
    [InlineData(WebSocketMessageType.Text)]
    [InlineData(WebSocketMessageType.Binary)]
    public async Task Bytes_that_are_no_text_end_their_connection_alone(WebSocketMessageType type)
    {
        await using var neighbour = await stage.OperatorAsync();
        await using var hub = await stage.OperatorAsync();
        byte[] invalid = [.. "{\"type\":1,\"invocationId\":\""u8, 0xff, 0xfe, .. "\",\"target\":\"typing\",\"arguments\":[]}\u001e"u8];
        await hub.SendRawAsync(invalid, Cancellation, type: type);
        await Eventually.TrueAsync(() => hub.IsOver, Cancellation);
        await StillWorksAsync(neighbour);
    }

    [Fact]
    public async Task A_record_in_pieces_is_read_when_it_is_whole_and_one_that_never_ends_ends_the_connection()
    {
        await using var neighbour = await stage.OperatorAsync();
        await using var hub = await stage.OperatorAsync();
        await hub.SendRawAsync("{\"type\":1,\"invocationId\":\"x\","u8.ToArray(), Cancellation, isEnd: false);
        await StillWorksAsync(neighbour);
        await hub.SendRawAsync("\"target\":\"nothing\",\"arguments\":[]}\u001e"u8.ToArray(), Cancellation);
        await AnsweredAsync(hub, "x", ErrorCodes.RequestUnknown);

        await hub.SendRawAsync(new byte[40 * 1024], Cancellation, isEnd: false);
        await EndedAsync(hub, ErrorCodes.RequestTooLarge);
        await StillWorksAsync(neighbour);
    }

    [Fact]
    public async Task A_frame_over_the_limit_ends_its_connection_with_a_code_and_no_other()
    {
        await using var neighbour = await stage.OperatorAsync();
        await using var hub = await stage.OperatorAsync();
        await SayAsync(hub, $$"""{"type":1,"invocationId":"x","target":"nothing","arguments":["{{new string('x', 33 * 1024)}}"]}""");
        await EndedAsync(hub, ErrorCodes.RequestTooLarge);
        await StillWorksAsync(neighbour);
    }

    [Theory]
    [InlineData("""{"protocol":"json","version":99}""")]
    [InlineData("""{"protocol":"messagepack","version":1}""")]
    [InlineData("""{"hello":"there"}""")]
    [InlineData("GET / HTTP/1.1")]
    public async Task A_handshake_for_something_else_is_refused(string handshake)
    {
        await using var hub = await HubSocket.OpenAsync(
            stage.Node.Address, stage.VisitorToken(Guid.NewGuid()), Stage.Origin, Cancellation);
        await hub.SendRawAsync(Encoding.UTF8.GetBytes(handshake + End), Cancellation);
        await Eventually.TrueAsync(() => hub.IsOver, Cancellation);
        Assert.Contains(hub.Frames, frame => frame.Contains("\"error\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flood_of_pings_holds_nobody_up()
    {
        await using var neighbour = await stage.OperatorAsync();
        await using var hub = await stage.OperatorAsync();
        var pings = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{{\"type\":6}}{End}", 1500)));
        for (var i = 0; i < 40; i++)
        {
            await hub.SendRawAsync(pings, Cancellation);
        }

        await StillWorksAsync(neighbour);
        await StillWorksAsync(hub);
    }

    static Task SayAsync(HubSocket hub, string record) => hub.SendRawAsync(Encoding.UTF8.GetBytes(record + End), Cancellation);

    static Task AnsweredAsync(HubSocket hub, string id, string code) => Eventually.TrueAsync(
        () => hub.Frames.Any(frame => frame.Contains($"\"invocationId\":\"{id}\"", StringComparison.Ordinal)
            && frame.Contains($"HubException: {code}\"", StringComparison.Ordinal)),
        Cancellation);

    static async Task EndedAsync(HubSocket hub, string code)
    {
        await Eventually.TrueAsync(() => hub.IsOver, Cancellation);
        Assert.Contains($"\"error\":\"Connection closed with an error. HubException: {code}\"", hub.Frames.Last(), StringComparison.Ordinal);
    }

    static async Task StillWorksAsync(HubSocket hub)
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => hub.CallAsync("nothing", null, Cancellation));
        Assert.EndsWith(ErrorCodes.RequestUnknown, refusal.Message, StringComparison.Ordinal);
    }
}

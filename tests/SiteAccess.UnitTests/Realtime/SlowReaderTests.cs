using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using SiteAccess.Contracts.Bus;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Hub;
using SiteAccess.ServiceDefaults.Bus;

namespace SiteAccess.UnitTests.Realtime;

public sealed class SlowReaderTests(Stage stage) : IClassFixture<Stage>
{
    const int Events = 3000;
    const int Portion = 100;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_reads_nothing_is_cut_off_and_whoever_reads_beside_them_gets_everything()
    {
        var (hub, visitor, conversation) = await stage.VisitorAsync();
        await using var anna = hub;
        using var sleeper = await SleepAsync(stage.VisitorToken(visitor));
        await anna.CallAsync(HubEvents.ConversationJoin, new ConversationRef(conversation), Cancellation);

        // 24 MB: more than the line's own buffers and the node's together. In portions that a busy reader cannot fall behind by.
        var told = BusEvents.Of("message:updated", stage.Api.ChannelId, new { kind = "text", body = new string('x', 8000) }, conversation);
        for (var i = 1; i <= Events; i++)
        {
            await stage.Bus.PublishAsync(BusChannels.Conversation(conversation), told, Cancellation);
            if (i % Portion == 0)
            {
                await Eventually.TrueAsync(() => anna.Events.Count >= i, Cancellation);
            }
        }

        await Eventually.TrueAsync(() => anna.Heard("message:updated").Count() == Events, Cancellation);
        Assert.InRange(await WakeAsync(sleeper), 0, 8000 * (Events - 1));
    }

    /// <summary>A hub client with a small window that never reads.</summary>
    async Task<ClientWebSocket> SleepAsync(string token)
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var client = new ClientWebSocket();
        client.Options.SetRequestHeader("Origin", Stage.Origin);
        var address = new UriBuilder(stage.Node.Address) { Scheme = "ws", Path = HubEvents.Path, Query = $"access_token={token}" };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        await client.ConnectAsync(address.Uri, invoker, Cancellation);
        await client.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, Cancellation);
        var answer = new byte[3];
        await client.ReceiveAsync(answer.AsMemory(), Cancellation);
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(answer));
        return client;
    }

    /// <summary>Reads until the server's end, which comes; answers how many bytes there were.</summary>
    static async Task<long> WakeAsync(ClientWebSocket sleeper)
    {
        var (buffer, bytes) = (new byte[64 * 1024], 0L);
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (await sleeper.ReceiveAsync(buffer.AsMemory(), patience.Token) is { MessageType: not WebSocketMessageType.Close } part)
            {
                bytes += part.Count;
            }
        }
        catch (WebSocketException)
        {
            // Cut off without a goodbye, since nobody read it.
            Assert.NotEqual(WebSocketState.Open, sleeper.State);
        }

        return bytes;
    }
}

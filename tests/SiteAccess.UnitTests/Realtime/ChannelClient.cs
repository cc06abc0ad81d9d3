using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>A plain client of the open channel's WebSocket.</summary>
sealed class ChannelClient : IAsyncDisposable
{
    readonly ClientWebSocket _socket = new();
    Task _reading = Task.CompletedTask;

    /// <summary>Everything that came, as text.</summary>
    public ConcurrentQueue<string> Texts { get; } = [];

    public IEnumerable<JsonElement> Frames => Texts.Select(text => JsonElement.Parse(text));

    /// <summary>The seqs of the messages, in the order in which they came.</summary>
    public IEnumerable<long> Seqs => Of("chat.message").Select(frame => frame.GetProperty("data").GetProperty("seq").GetInt64());

    public int? CloseStatus => (int?)_socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    public bool IsOver => _reading.IsCompleted;

    /// <param name="address">Everything, the token included.</param>
    /// <param name="origin">The page's, for a browser.</param>
    /// <param name="isReading">False for a client that reads nothing until <see cref="Read"/>.</param>
    public static async Task<ChannelClient> ConnectAsync(Uri address, string? origin = null, bool isReading = true)
    {
        var client = new ChannelClient();
        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        using var http = new SocketsHttpHandler();
        if (!isReading)
        {
            http.ConnectCallback = ConnectNarrowlyAsync;
        }

        await client._socket.ConnectAsync(address, new HttpMessageInvoker(http, disposeHandler: false), TestContext.Current.CancellationToken);
        if (isReading)
        {
            client.Read();
        }

        return client;
    }

    public void Read() => _reading = ReadAsync();

    public IEnumerable<JsonElement> Of(string type) => Frames.Where(frame => frame.GetProperty("type").GetString() == type);

    public Task HearsAsync(string type, Func<JsonElement, bool>? which = null) => Eventually.TrueAsync(
        () => Of(type).Any(frame => which?.Invoke(frame) ?? true), TestContext.Current.CancellationToken);

    public Task HearsAsync(string type, string code) =>
        HearsAsync(type, frame => frame.GetProperty("data").GetProperty("code").GetString() == code);

    public async Task EndsAsync(int status, string reason)
    {
        await Eventually.TrueAsync(() => IsOver, TestContext.Current.CancellationToken);
        Assert.Equal((status, reason), (CloseStatus, CloseReason));
    }

    public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SayAsync(byte[] bytes, WebSocketMessageType type) =>
        _socket.SendAsync(bytes, type, endOfMessage: true, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    // Little fits between a server and this client, so that who does not read falls behind soon.
    static async ValueTask<Stream> ConnectNarrowlyAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 16 * 1024 };
        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var text = new StringBuilder();
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
                if (part.EndOfMessage)
                {
                    Texts.Enqueue(text.ToString());
                    text.Clear();
                }
            }

            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side, or this one, has ended it: the test sees IsOver.
        }
    }
}

using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Hub;

namespace SiteAccess.UnitTests.Realtime;

/// <summary>A client that speaks the hub's JSON frames over a bare WebSocket, as the widget does.</summary>
sealed class HubSocket : IAsyncDisposable
{
    const char Separator = '\u001e';

    readonly ClientWebSocket _socket = new();
    readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _calls = [];
    readonly SemaphoreSlim _sending = new(1);
    int _count;
    Task _reading = Task.CompletedTask;

    /// <summary>Everything that came, as text.</summary>
    public ConcurrentQueue<string> Frames { get; } = [];

    /// <summary>What the server told: name and data.</summary>
    public ConcurrentQueue<(string Name, JsonElement Data)> Events { get; } = [];

    public bool IsOver => _reading.IsCompleted;

    public static async Task<HubSocket> ConnectAsync(Uri node, string token, string? origin, CancellationToken cancellation)
    {
        var hub = await OpenAsync(node, token, origin, cancellation);
        await hub.SendAsync(new { protocol = "json", version = 1 }, cancellation);
        await Eventually.TrueAsync(() => !hub.Frames.IsEmpty, cancellation);
        return hub;
    }

    /// <summary>The socket alone: nothing has been said yet.</summary>
    public static async Task<HubSocket> OpenAsync(Uri node, string token, string? origin, CancellationToken cancellation)
    {
        var hub = new HubSocket();
        if (origin is not null)
        {
            hub._socket.Options.SetRequestHeader("Origin", origin);
        }

        var address = new UriBuilder(node) { Scheme = "ws", Path = HubEvents.Path, Query = $"access_token={token}" };
        await hub._socket.ConnectAsync(address.Uri, cancellation);
        hub._reading = hub.ReadAsync();
        return hub;
    }

    /// <exception cref="InvalidOperationException">The hub refused; the message ends with the code.</exception>
    public async Task<JsonElement> CallAsync(string method, object? argument, CancellationToken cancellation)
    {
        var id = $"{Interlocked.Increment(ref _count)}";
        var answer = _calls[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new { type = 1, invocationId = id, target = method, arguments = new[] { argument } }, cancellation);
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(20), cancellation);
    }

    public IEnumerable<JsonElement> Heard(string name) => Events.Where(told => told.Name == name).Select(told => told.Data);

    public Task HearsAsync(string name, Func<JsonElement, bool> which, CancellationToken cancellation) =>
        Eventually.TrueAsync(() => Heard(name).Any(which), cancellation);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
    }

    Task SendAsync(object frame, CancellationToken cancellation) =>
        SendRawAsync([.. JsonSerializer.SerializeToUtf8Bytes(frame, WireJson.Options), (byte)Separator], cancellation);

    /// <summary>Sends bytes as they are, as one message or as a part of one.</summary>
    public async Task SendRawAsync(
        byte[] bytes, CancellationToken cancellation, bool isEnd = true, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            await _socket.SendAsync(bytes, type, isEnd, cancellation);
        }
        finally
        {
            _sending.Release();
        }
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
                    foreach (var frame in text.ToString().Split(Separator, StringSplitOptions.RemoveEmptyEntries))
                    {
                        Receive(frame);
                    }

                    text.Clear();
                }
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side, or this one, has ended it: the test sees IsOver.
        }

        foreach (var call in _calls.Values)
        {
            call.TrySetException(new IOException("The connection ended."));
        }
    }

    void Receive(string text)
    {
        var frame = JsonElement.Parse(text);
        if (frame.TryGetProperty("type", out var type) && type.GetInt32() == 1)
        {
            var data = frame.GetProperty("arguments");
            Events.Enqueue((frame.GetProperty("target").GetString()!, data.GetArrayLength() > 0 ? data[0] : default));
        }
        else if (frame.TryGetProperty("invocationId", out var id) && _calls.TryGetValue(id.GetString()!, out var call))
        {
            if (frame.TryGetProperty("error", out var error))
            {
                call.TrySetException(new InvalidOperationException(error.GetString()));
            }
            else
            {
                call.TrySetResult(frame.TryGetProperty("result", out var result) ? result : default);
            }
        }

        Frames.Enqueue(text);
    }
}

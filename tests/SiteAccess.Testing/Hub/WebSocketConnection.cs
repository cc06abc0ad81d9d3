using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace SiteAccess.Testing.Hub;

/// <summary>A WebSocket in the shape that the .NET SignalR client core wants: it has no transport of its own.</summary>
public sealed class WebSocketConnection : ConnectionContext
{
    readonly ClientWebSocket _socket = new();
    readonly Pipe _incoming = new();
    readonly Pipe _outgoing = new();
    readonly CancellationTokenSource _closed = new();
    Task _pumps = Task.CompletedTask;

    public WebSocketConnection() => Transport = new Duplex(_incoming.Reader, _outgoing.Writer);

    public override string ConnectionId { get; set; } = Guid.NewGuid().ToString("N");

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public override IDuplexPipe Transport { get; set; }

    public async Task ConnectAsync(Uri address, string? origin, CancellationToken cancellation)
    {
        if (origin is not null) _socket.Options.SetRequestHeader("Origin", origin);
        await _socket.ConnectAsync(address, cancellation);
        _pumps = Task.WhenAll(ReceiveAsync(), SendAsync());
    }

    public override async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _pumps;
        _socket.Dispose();
        _closed.Dispose();
        await base.DisposeAsync();
    }

    async Task ReceiveAsync()
    {
        Exception? why = null;
        try
        {
            while (true)
            {
                var memory = _incoming.Writer.GetMemory(4096);
                var received = await _socket.ReceiveAsync(memory, _closed.Token);
                if (received.MessageType == WebSocketMessageType.Close) break;
                _incoming.Writer.Advance(received.Count);
                await _incoming.Writer.FlushAsync(_closed.Token);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The reader of the pipe learns why it ended.
            why = e;
        }

        await _incoming.Writer.CompleteAsync(why is OperationCanceledException ? null : why);
    }

    async Task SendAsync()
    {
        try
        {
            while (true)
            {
                var read = await _outgoing.Reader.ReadAsync(_closed.Token);
                if (!read.Buffer.IsEmpty) await _socket.SendAsync(read.Buffer.ToArray(), WebSocketMessageType.Text, endOfMessage: true, _closed.Token);
                _outgoing.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted) break;
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            await _outgoing.Reader.CompleteAsync(e);
            return;
        }

        await _outgoing.Reader.CompleteAsync();
    }

    sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}

/// <summary>Opens <see cref="WebSocketConnection"/>s for the SignalR client, with a page's Origin if one is given.</summary>
public sealed class WebSocketConnectionFactory(string? origin) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var connection = new WebSocketConnection();
        await connection.ConnectAsync(((UriEndPoint)endpoint).Uri, origin, cancellationToken);
        return connection;
    }
}

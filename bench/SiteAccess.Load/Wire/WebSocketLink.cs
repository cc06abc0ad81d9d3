using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SiteAccess.Load.Wire;

/// <summary>Hears what a link receives.</summary>
delegate void FrameHandler(ReadOnlySpan<byte> payload);

/// <summary>
/// A WebSocket over a bare socket. What it receives is handled on the process's one socket thread, so handlers need no locks among
/// themselves and must never wait.
/// </summary>
sealed class WebSocketLink : IDisposable
{
    const int Ping = 0x9;
    const int Close = 0x8;

    readonly Socket _socket;
    readonly SocketAsyncEventArgs _receiving = new(true);
    readonly Lock _sending = new();
    FrameHandler? _handler;
    Action? _ended;
    byte[] _buffer;
    int _filled;

    WebSocketLink(Socket socket, byte[] buffer, int filled) => (_socket, _buffer, _filled) = (socket, buffer, filled);

    /// <summary>Connects and upgrades.</summary>
    /// <param name="address">Host and port.</param>
    /// <param name="target">Path and query.</param>
    /// <param name="source">The address to come from; many sources have many ports.</param>
    /// <param name="bufferSize">Bytes of the receive buffer at first; it grows with the frames.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<WebSocketLink> ConnectAsync(Uri address, string target, IPAddress? source, int bufferSize, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (source is not null)
            {
                socket.Bind(new IPEndPoint(source, 0));
            }

            await socket.ConnectAsync(new IPEndPoint(await ResolveAsync(address, cancellation), address.Port), cancellation);
            var buffer = new byte[bufferSize];
            var filled = await UpgradeAsync(socket, address, target, buffer, cancellation);
            return new WebSocketLink(socket, buffer, filled);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Receives from now on.</summary>
    public void Start(FrameHandler handler, Action ended)
    {
        (_handler, _ended) = (handler, ended);
        _receiving.Completed += (_, _) => Continue();
        TakeFrames();
        Receive();
    }

    /// <summary>Sends a frame.</summary>
    public void Send(ReadOnlySpan<byte> frame)
    {
        lock (_sending)
        {
            while (!frame.IsEmpty)
            {
                frame = frame[_socket.Send(frame)..];
            }
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _receiving.Dispose();
    }

    void Receive()
    {
        do
        {
            if (_filled == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }

            _receiving.SetBuffer(_buffer, _filled, _buffer.Length - _filled);
        }
        while (!_socket.ReceiveAsync(_receiving) && Took());
    }

    void Continue()
    {
        if (Took())
        {
            Receive();
        }
    }

    bool Took()
    {
        if (_receiving.SocketError != SocketError.Success || _receiving.BytesTransferred == 0)
        {
            _ended!();
            return false;
        }

        _filled += _receiving.BytesTransferred;
        TakeFrames();
        return true;
    }

    void TakeFrames()
    {
        var taken = 0;
        while (WebSocketFrame.ReadHeader(_buffer.AsSpan(taken, _filled - taken), out var opcode, out var length) is var header and > 0
            && _filled - taken >= header + length)
        {
            Take(opcode, _buffer.AsSpan(taken + header, length));
            taken += header + length;
        }

        _buffer.AsSpan(taken, _filled - taken).CopyTo(_buffer);
        _filled -= taken;
    }

    void Take(int opcode, ReadOnlySpan<byte> payload)
    {
        if (opcode == Ping)
        {
            Send(WebSocketFrame.Pong(payload));
        }
        else if (opcode < Close)
        {
            _handler!(payload);
        }
    }

    static async Task<IPAddress> ResolveAsync(Uri address, CancellationToken cancellation) => IPAddress.TryParse(address.Host, out var ip)
        ? ip
        : (await Dns.GetHostAddressesAsync(address.Host, AddressFamily.InterNetwork, cancellation))[0];

    static async Task<int> UpgradeAsync(Socket socket, Uri address, string target, byte[] buffer, CancellationToken cancellation)
    {
        var request = $"GET {target} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), cancellation);
        for (var filled = 0; ;)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(filled), cancellation);
            filled += received;
            var end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
            if (end < 0 && received > 0 && filled < buffer.Length)
            {
                continue;
            }

            var answer = Encoding.ASCII.GetString(buffer, 0, Math.Max(end, 0));
            if (!answer.StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
            {
                throw new IOException($"No WebSocket at {address.Authority}: {answer.Split('\r')[0]}");
            }

            buffer.AsSpan(end + 4, filled - end - 4).CopyTo(buffer);
            return filled - end - 4;
        }
    }
}

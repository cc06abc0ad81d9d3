using System.Net;
using System.Net.Sockets;

namespace SiteAccess.Testing.Links;

/// <summary>One connection through a link: the caller's socket and the target's.</summary>
sealed class LinkedPair(Socket near, Func<Weather> weather)
{
    readonly Socket _far = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    volatile bool _isDeaf;

    /// <summary>Learns that the weather has changed.</summary>
    public void Feel(Weather now)
    {
        _isDeaf |= now is Weather.HalfOpen;
        if (now is Weather.Cut) Reset();
    }

    /// <summary>Ends both sides with a reset instead of a proper end.</summary>
    public void Reset()
    {
        Reset(near);
        Reset(_far);
    }

    /// <summary>Connects to the target and carries bytes both ways until both sides have ended.</summary>
    public async Task CarryAsync(DnsEndPoint? target, CancellationToken closed)
    {
        try
        {
            near.NoDelay = true;
            Feel(weather());
            if (target is null) Reset();

            // Nobody beyond the link hears of a connection that begins half-open.
            if (_isDeaf) await SwallowAsync(closed);
            else
            {
                await _far.ConnectAsync(target!, closed);
                await Task.WhenAll(PumpAsync(near, _far, closed), PumpAsync(_far, near, closed));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side broke off; so does the other, as if there were no link between them.
            if (!_isDeaf) Reset();
            else await Task.Delay(Timeout.Infinite, closed).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        finally
        {
            near.Dispose();
            _far.Dispose();
        }
    }

    static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception end) when (end is ObjectDisposedException or SocketException)
        {
            // It ended by itself at this very moment: nothing is left to reset.
            return;
        }

        socket.Close();
    }

    async Task SwallowAsync(CancellationToken closed)
    {
        var buffer = new byte[4096];
        while (await near.ReceiveAsync(buffer, closed) > 0)
        {
        }
    }

    async Task PumpAsync(Socket from, Socket to, CancellationToken closed)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            // A slow link takes small bites, so that its sender feels it.
            var bite = weather() is Weather.Slow { BytesPerSecond: var rate } ? Math.Clamp(rate / 10, 1, buffer.Length) : buffer.Length;
            var count = await from.ReceiveAsync(buffer.AsMemory(0, bite), closed);
            if (weather() is Weather.Slow slow) await Task.Delay(slow.Latency + TimeSpan.FromSeconds((double)count / slow.BytesPerSecond), closed);
            if (_isDeaf)
            {
                // An end is dropped like everything else: the other side goes on waiting.
                if (count == 0) await Task.Delay(Timeout.Infinite, closed);
                continue;
            }

            if (count == 0) break;
            await SendAllAsync(to, buffer.AsMemory(0, count), closed);
        }

        to.Shutdown(SocketShutdown.Send);
    }

    static async Task SendAllAsync(Socket to, ReadOnlyMemory<byte> bytes, CancellationToken closed)
    {
        while (bytes.Length > 0) bytes = bytes[await to.SendAsync(bytes, closed)..];
    }
}

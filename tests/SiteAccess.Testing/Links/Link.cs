using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SiteAccess.Testing.Links;

/// <summary>A TCP connection between two parts of the system that can be cut, made half-open, slowed and flapped.</summary>
public sealed class Link : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<LinkedPair, Task> _pairs = new();
    readonly CancellationTokenSource _closed = new();
    readonly Task _accepting;
    volatile Weather _weather = new Weather.Fair();

    /// <summary>Begins to listen on a free port of this machine; until <see cref="Target"/> is set nobody gets through.</summary>
    public Link()
    {
        _listener.Start(backlog: 4096);
        Address = (IPEndPoint)_listener.LocalEndpoint;
        _accepting = AcceptAsync();
    }

    /// <summary>Where to connect instead of to the target.</summary>
    public IPEndPoint Address { get; }

    /// <summary>Where the link leads: host and port.</summary>
    public DnsEndPoint? Target { get; set; }

    /// <summary>What the link does from now on, to the connections that it has and to new ones.</summary>
    public Weather Weather
    {
        get => _weather;
        set
        {
            _weather = value;
            foreach (var pair in _pairs.Keys) pair.Feel(value);
        }
    }

    /// <summary>How many connections go through it now.</summary>
    public int Count => _pairs.Count;

    /// <summary>Everything is well again.</summary>
    public void Mend() => Weather = new Weather.Fair();

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Stop();
        await _accepting;
        foreach (var pair in _pairs.Keys) pair.Reset();
        await Task.WhenAll(_pairs.Values);
        _closed.Dispose();
    }

    async Task AcceptAsync()
    {
        while (!_closed.IsCancellationRequested)
        {
            try
            {
                var near = await _listener.AcceptSocketAsync(_closed.Token);
                _ = ServeAsync(near);
            }
            catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Stopped, or the caller hung up before it was answered: the loop's condition tells which.
                await Task.Yield();
            }
        }
    }

    async Task ServeAsync(Socket near)
    {
        var pair = new LinkedPair(near, () => _weather);
        var whenDone = new TaskCompletionSource();
        pair.Feel(_weather); // before it is counted: who has seen the count knows that it has met this weather
        _pairs[pair] = whenDone.Task;
        try
        {
            await pair.CarryAsync(Target, _closed.Token);
        }
        finally
        {
            _pairs.TryRemove(pair, out _);
            whenDone.SetResult();
        }
    }
}

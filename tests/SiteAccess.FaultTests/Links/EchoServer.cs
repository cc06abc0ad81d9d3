using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SiteAccess.FaultTests.Links;

/// <summary>Says again what it hears.</summary>
sealed class EchoServer : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentBag<TcpClient> _clients = [];

    public EchoServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public DnsEndPoint Address => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port);

    /// <summary>Ends every connection.</summary>
    public void HangUp()
    {
        foreach (var client in _clients) client.Dispose();
    }

    public void Dispose()
    {
        _listener.Dispose();
        HangUp();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _clients.Add(client);
                _ = EchoAsync(client.GetStream());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            HangUp();
        }
    }

    static async Task EchoAsync(NetworkStream stream)
    {
        try
        {
            await stream.CopyToAsync(stream);
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException)
        {
            await stream.DisposeAsync();
        }
    }
}

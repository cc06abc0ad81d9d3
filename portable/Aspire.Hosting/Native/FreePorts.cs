using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Aspire.Hosting.Native;

/// <summary>
/// Finds ports that nobody uses. They lie below the range from which the kernel takes the ports of outgoing connections,
/// so that none is taken between its choice here and the start of the program that gets it.
/// </summary>
sealed class FreePorts
{
    const int Lowest = 10000;
    const int Highest = 32000;
    readonly HashSet<int> _given = [];

    public int Take(int? preferred = null)
    {
        if (preferred is { } port && TryTake(port))
        {
            return port;
        }

        for (var attempt = 0; attempt < 1000; attempt++)
        {
            var candidate = RandomNumberGenerator.GetInt32(Lowest, Highest);
            if (TryTake(candidate))
            {
                return candidate;
            }
        }

        throw new DistributedApplicationException($"No free port was found between {Lowest} and {Highest}.");
    }

    public bool TryTake(int port) => !_given.Contains(port)
        && IsFree(IPAddress.Any, port)
        && (!Socket.OSSupportsIPv6 || IsFree(IPAddress.IPv6Any, port))
        && _given.Add(port);

    static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var tcp = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            using var udp = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);

            // A port whose last connections are only fading away is free for a server.
            tcp.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            tcp.Bind(new IPEndPoint(address, port));
            udp.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied or SocketError.AddressNotAvailable)
        {
            return taken.SocketErrorCode == SocketError.AddressNotAvailable;
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace SiteAccess.SystemTests.Turn;

/// <summary>A TURN client over UDP (RFC 8656) that allocates and asks for permissions, no more: what the tests look at are the server's answers.</summary>
sealed class TurnClient : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Retransmit = TimeSpan.FromMilliseconds(500);
    readonly UdpClient _socket;
    readonly string _username;
    readonly string _password;
    string _realm = "";
    byte[] _nonce = [];

    public TurnClient(IPEndPoint server, string username, string password)
    {
        _socket = new UdpClient(server.AddressFamily);
        _socket.Connect(server);
        (_username, _password) = (username, password);
    }

    /// <summary>Asks for a relayed address; "both" asks for one of each family in one allocation.</summary>
    public async Task<StunMessage> AllocateAsync(RelayFamily family, CancellationToken cancellation)
    {
        // The first request carries no credentials: its refusal brings realm and nonce (section 9.2.4 of RFC 8489).
        var challenge = await AskAsync(Allocation(family).Write(), cancellation);
        _realm = Encoding.UTF8.GetString(challenge.Find(StunAttribute.Realm) ?? []);
        _nonce = challenge.Find(StunAttribute.Nonce) ?? [];
        return await AskAsync(Signed(Allocation(family)), cancellation);
    }

    /// <summary>Asks to exchange packets with a peer.</summary>
    public Task<StunMessage> CreatePermissionAsync(IPAddress peer, CancellationToken cancellation) =>
        AskAsync(Signed(StunMessage.Request(StunMethod.CreatePermission).AddAddress(StunAttribute.XorPeerAddress, peer, 0)), cancellation);

    public void Dispose() => _socket.Dispose();

    static StunMessage Allocation(RelayFamily family)
    {
        const byte udp = 17;
        const byte ipv6 = 2;
        var request = StunMessage.Request(StunMethod.Allocate).Add(StunAttribute.RequestedTransport, [udp, 0, 0, 0]);
        return family switch
        {
            RelayFamily.IPv6 => request.Add(StunAttribute.RequestedAddressFamily, [ipv6, 0, 0, 0]),
            RelayFamily.Both => request.Add(StunAttribute.AdditionalAddressFamily, [ipv6, 0, 0, 0]),
            _ => request,
        };
    }

    byte[] Signed(StunMessage request)
    {
#pragma warning disable CA5351 // MD5 is what the RFC makes the long-term key of (RFC 8489, section 9.2.2).
        var key = MD5.HashData(Encoding.UTF8.GetBytes($"{_username}:{_realm}:{_password}"));
#pragma warning restore CA5351
        return request.Add(StunAttribute.Username, _username).Add(StunAttribute.Realm, _realm).Add(StunAttribute.Nonce, _nonce).Write(key);
    }

    async Task<StunMessage> AskAsync(byte[] request, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        while (true)
        {
            await _socket.SendAsync(request, limit.Token);
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
            wait.CancelAfter(Retransmit);
            try
            {
                var answer = StunMessage.Read((await _socket.ReceiveAsync(wait.Token)).Buffer);
                if (answer.TransactionId.AsSpan().SequenceEqual(request.AsSpan(8, 12))) return answer;
            }
            catch (OperationCanceledException) when (!limit.IsCancellationRequested)
            {
                // No answer yet: UDP may drop, so the request goes out again.
            }
        }
    }
}

/// <summary>Which relayed addresses to ask for.</summary>
enum RelayFamily
{
    IPv4,
    IPv6,
    Both,
}

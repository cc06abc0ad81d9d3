using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SiteAccess.AppHost;

/// <summary>Healthy when a STUN binding request over UDP gets its success response (RFC 8489, sections 5 and 7).</summary>
sealed class StunHealthCheck(EndpointReference endpoint) : IHealthCheck
{
    const ushort BindingRequest = 0x0001;
    const ushort BindingSuccess = 0x0101;
    const uint MagicCookie = 0x2112A442;
    const int HeaderLength = 20;
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // type (2 bytes), length of what follows (2), magic cookie (4), transaction id (12)
        var request = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt16BigEndian(request, BindingRequest);
        BinaryPrimitives.WriteUInt32BigEndian(request.AsSpan(4), MagicCookie);
        RandomNumberGenerator.Fill(request.AsSpan(8));

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            using var client = new UdpClient(AddressFamily.InterNetwork);
            client.Connect(IPAddress.Loopback, endpoint.Port);
            await client.SendAsync(request, limit.Token);
            var response = (await client.ReceiveAsync(limit.Token)).Buffer;
            var isAnswer = response.Length >= HeaderLength
                && BinaryPrimitives.ReadUInt16BigEndian(response) == BindingSuccess
                && response.AsSpan(8, 12).SequenceEqual(request.AsSpan(8));
            return isAnswer ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The answer is not a STUN binding response.");
        }
        catch (Exception failure) when (failure is SocketException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return HealthCheckResult.Unhealthy(failure.Message);
        }
    }
}

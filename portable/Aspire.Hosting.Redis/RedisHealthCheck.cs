using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Redis;

/// <summary>Healthy when the server answers <c>AUTH</c> with <c>+OK</c> and <c>PING</c> with <c>+PONG</c> (the RESP protocol, inline).</summary>
sealed class RedisHealthCheck(RedisResource redis) : IHealthCheck
{
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Timeout);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(redis.PrimaryEndpoint.Host, redis.PrimaryEndpoint.Port, limited.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            var password = await redis.PasswordParameter!.GetValueAsync(limited.Token);
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"AUTH {password}\r\nPING\r\n"), limited.Token);
            var (auth, pong) = (await reader.ReadLineAsync(limited.Token), await reader.ReadLineAsync(limited.Token));
            return (auth, pong) is ("+OK", "+PONG") ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"AUTH: {auth}; PING: {pong}");
        }
        catch (Exception failure) when (failure is SocketException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return HealthCheckResult.Unhealthy(failure.Message);
        }
    }
}

using System.Net;
using SiteAccess.Contracts.Calls;

namespace SiteAccess.SystemTests.Turn;

public class TurnTests(RunningSystem system)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_credential_that_Api_issues_gets_an_allocation_and_a_wrong_one_none()
    {
        var (servers, relay) = await IssuedAsync(system);
        Assert.InRange(servers.ExpiresAt - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));

        using var client = new TurnClient(Address(relay), relay.Username!, relay.Credential!);
        var allocation = await client.AllocateAsync(RelayFamily.IPv4, Cancellation);
        Assert.Equal(StunMethod.AllocateSuccess, allocation.Method);

        using var wrong = new TurnClient(Address(relay), relay.Username!, "bm90IHRoZSBzZWNyZXQ=");
        Assert.Equal(401, (await wrong.AllocateAsync(RelayFamily.IPv4, Cancellation)).ErrorCode);

        var expired = $"{DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds()}:{relay.Username!.Split(':')[1]}";
        using var late = new TurnClient(Address(relay), expired, relay.Credential!);
        Assert.Equal(401, (await late.AllocateAsync(RelayFamily.IPv4, Cancellation)).ErrorCode);
    }

    [Fact]
    public async Task Relays_are_offered_over_udp_and_tcp()
    {
        var (_, relay) = await IssuedAsync(system);
        Assert.Contains(relay.Urls, url => url.StartsWith("turn:", StringComparison.Ordinal) && url.EndsWith("transport=udp", StringComparison.Ordinal));
        Assert.Contains(relay.Urls, url => url.StartsWith("turn:", StringComparison.Ordinal) && url.EndsWith("transport=tcp", StringComparison.Ordinal));
    }

    static async Task<(IceServersView Servers, IceServer Relay)> IssuedAsync(RunningSystem system)
    {
        var visitor = await system.ArriveAsync(Cancellation);
        using var api = system.Api(visitor.Token, system.DemoOrigin);
        var servers = await api.AskAsync<IceServersView>(HttpMethod.Post, "/api/v1/widget/connection-checks", new { }, Cancellation);
        return (servers, Assert.Single(servers.IceServers, server => server.Credential is not null));
    }

    static IPEndPoint Address(IceServer relay)
    {
        var host = relay.Urls[0].Split('?')[0]["turn:".Length..];
        return new(IPAddress.Parse(host.Split(':')[0]), int.Parse(host.Split(':')[1]));
    }
}

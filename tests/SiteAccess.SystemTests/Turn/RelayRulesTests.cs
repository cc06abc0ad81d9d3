using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;

namespace SiteAccess.SystemTests.Turn;

/// <summary>coturn alone, under the rules of production: what the relay must never be used to reach.</summary>
public sealed class RelayRulesTests : IAsyncLifetime
{
    DistributedApplication? _app;
    Uri _turn = null!;
    string _secret = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Peers of each family, and whether a relay may talk to them.</summary>
    public static TheoryData<string, bool> Peers => new()
    {
        { "127.0.0.1", false },
        { "10.0.0.1", false },
        { "169.254.169.254", false },
        { "192.168.1.1", false },
        { "::1", false },
        { "fd00::1", false },
        { "fe80::1", false },
        { "::ffff:127.0.0.1", false },
        { "::ffff:10.0.0.1", false },
        { "::ffff:8.8.8.8", false },
        { "8.8.8.8", true },
        { "2001:4860:4860::8888", true },
    };

    public async ValueTask InitializeAsync()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.SiteAccess_AppHost>(
            ["--Data:Ephemeral=true", "--Turn:AllowLoopbackPeers=false"], Cancellation);
        foreach (var other in builder.Resources.Where(r => r is not ParameterResource && r.Name != "coturn").ToList()) builder.Resources.Remove(other);
        var secret = builder.Resources.OfType<ParameterResource>().Single(parameter => parameter.Name == "turn-secret");
        _app = await builder.BuildAsync(Cancellation);
        await _app.StartAsync(Cancellation);
        await _app.ResourceNotifications.WaitForResourceHealthyAsync("coturn", Cancellation);
        _turn = _app.GetEndpoint("coturn", "turn-udp");
        _secret = await secret.GetValueAsync(Cancellation) ?? throw new InvalidOperationException("The TURN secret has no value.");
    }

    [Theory]
    [MemberData(nameof(Peers))]
    public async Task A_relay_reaches_public_addresses_only(string peer, bool allowed)
    {
        var address = IPAddress.Parse(peer);
        var isV4 = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork;
        using var client = Client();
        // A peer of the other family would be refused with 443 before any rule is asked, so each meets its own family.
        var allocation = await client.AllocateAsync(isV4 ? RelayFamily.IPv4 : RelayFamily.IPv6, Cancellation);
        Assert.Equal(StunMethod.AllocateSuccess, allocation.Method);

        var permission = await client.CreatePermissionAsync(address, Cancellation);

        Assert.Equal(allowed ? null : 403, permission.ErrorCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is null) return;
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    TurnClient Client()
    {
        var username = $"{DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeSeconds()}:rules";
#pragma warning disable CA5350 // The TURN REST scheme is made of HMAC-SHA1.
        var credential = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(_secret), Encoding.UTF8.GetBytes(username)));
#pragma warning restore CA5350
        return new TurnClient(new IPEndPoint(IPAddress.Loopback, _turn.Port), username, credential);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SiteAccess.Api.Calls;

namespace SiteAccess.UnitTests.Api;

public class TurnCredentialTests
{
    static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000).AddMilliseconds(400);

    /// <summary>Computed with: printf '1700000060:check-0123' | openssl dgst -sha1 -hmac north-wind -binary | base64.</summary>
    [Fact]
    public void A_credential_is_what_coturn_computes()
    {
        var issued = Credentials("north-wind", "turn:relay.example:3478?transport=udp", "stun:relay.example:3478").Issue("check-0123", TimeSpan.FromSeconds(60));

        var turn = Assert.Single(issued.IceServers, server => server.Username is not null);
        Assert.Equal("1700000060:check-0123", turn.Username);
        Assert.Equal("+oFQ/qrnQr/F9LVVskI8V4O2b/0=", turn.Credential);
        Assert.Equal(["turn:relay.example:3478?transport=udp"], turn.Urls);
        Assert.Equal(1_700_000_060, issued.ExpiresAt.ToUnixTimeSeconds());
    }

    /// <summary>RFC 2202, section 3, test case 2.</summary>
    [Fact]
    public void The_signature_is_hmac_sha1() =>
        Assert.Equal("7/zfauXrL6LSdBbV8YTfnCWafHk=", TurnCredentials.Sign("Jefe", "what do ya want for nothing?"));

    [Fact]
    public void Stun_needs_no_credential_and_turn_is_left_out_without_a_secret()
    {
        var issued = Credentials(null, "turn:relay.example:3478", "stun:relay.example:3478").Issue("check", TimeSpan.FromSeconds(60));

        var stun = Assert.Single(issued.IceServers);
        Assert.Equal(["stun:relay.example:3478"], stun.Urls);
        Assert.Null(stun.Credential);
    }

    static TurnCredentials Credentials(string? secret, params string[] urls)
    {
        var services = new ServiceCollection();
        services.Configure<TurnOptions>(options => (options.Secret, options.Urls) = (secret, [.. urls]));
        return new TurnCredentials(services.BuildServiceProvider().GetRequiredService<IOptionsMonitor<TurnOptions>>(), new StoppedClock(Now));
    }

    sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

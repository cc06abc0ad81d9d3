using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SiteAccess.Contracts.Calls;

namespace SiteAccess.Api.Calls;

/// <summary>
/// Short-lived credentials for the relay (TURN REST scheme, draft-uberti-behave-turn-rest-00): the user name is "expiry:name"
/// in Unix seconds, the password base64(HMAC-SHA1(secret, user name)).
/// </summary>
sealed class TurnCredentials(IOptionsMonitor<TurnOptions> options, TimeProvider clock)
{
    public IceServersView Issue(string name, TimeSpan life)
    {
        // Whole seconds, as the user name says it.
        var expiry = DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() + life).ToUnixTimeSeconds());
        var turn = options.CurrentValue;
        var isTurn = turn.Urls.ToLookup(url => url.StartsWith("turn", StringComparison.OrdinalIgnoreCase));
        var servers = new List<IceServer>();
        if (isTurn[false].Any())
            servers.Add(new IceServer([.. isTurn[false]]));
        if (isTurn[true].Any() && turn.Secret is { Length: > 0 } secret)
        {
            var user = $"{expiry.ToUnixTimeSeconds()}:{name}";
            servers.Add(new IceServer([.. isTurn[true]], user, Sign(secret, user)));
        }

        return new IceServersView(servers, expiry);
    }

    public static string Sign(string secret, string user)
    {
#pragma warning disable CA5350 // The scheme is HMAC-SHA1; coturn knows no other.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(user)));
#pragma warning restore CA5350
    }
}

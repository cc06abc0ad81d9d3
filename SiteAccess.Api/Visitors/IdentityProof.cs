using System.Security.Cryptography;
using System.Text;
using SiteAccess.Api.Channels;
using SiteAccess.Contracts.Visitors;

namespace SiteAccess.Api.Visitors;

/// <summary>What a page's word about its visitor is worth.</summary>
enum IdentityTrust
{
    /// <summary>The page says nothing.</summary>
    None,

    /// <summary>Said, not signed: good for a name, not for somebody's history.</summary>
    Claimed,

    /// <summary>Signed by the site's server.</summary>
    Signed,

    /// <summary>Wrongly signed, or unsigned where the channel demands it: the session is refused.</summary>
    Refused,
}

/// <summary>Checks identities: hash = lower-case hex of HMAC-SHA256(channel secret, userId), both as UTF-8.</summary>
static class IdentityProof
{
    public static IdentityTrust Judge(Channel channel, VisitorIdentity? identity)
    {
        if (identity is null)
            return IdentityTrust.None;
        if (!string.IsNullOrEmpty(identity.Hash))
            return IsSigned(channel.Secret, identity.UserId, identity.Hash) ? IdentityTrust.Signed : IdentityTrust.Refused;
        return channel.RequiresSignedIdentity ? IdentityTrust.Refused : IdentityTrust.Claimed;
    }

    public static string Sign(string secret, string userId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(userId)));

    static bool IsSigned(string secret, string userId, string hash) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(Sign(secret, userId)), Encoding.UTF8.GetBytes(hash));
}

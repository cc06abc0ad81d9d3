using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SiteAccess.Api.Access;

/// <summary>Random secrets that are handed out once and kept only as their SHA-256.</summary>
static class Secret
{
    const int Bytes = 32;

    /// <summary>256 random bits in base64url: 43 characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored. The secret is random and long, so one plain hash is enough.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

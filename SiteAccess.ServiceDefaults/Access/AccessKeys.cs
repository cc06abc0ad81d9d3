using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace SiteAccess.ServiceDefaults.Access;

/// <summary>
/// The keys that sign and prove our tokens: <c>Tokens:SigningKey</c> signs; <c>Tokens:PreviousSigningKey</c>, during a rotation,
/// still proves. A key's id is the first 16 hex digits of its SHA-256.
/// </summary>
public sealed class AccessKeys
{
    /// <summary>Who issues our tokens, and for whom: one system.</summary>
    public const string Issuer = "siteaccess";

    const int ShortestKey = 32;

    /// <summary>Reads the keys.</summary>
    /// <param name="configuration">Where <c>Tokens:SigningKey</c> stands.</param>
    /// <exception cref="InvalidOperationException">There is no key, or one shorter than 32 bytes.</exception>
    public AccessKeys(IConfiguration configuration)
    {
        var current = Read(configuration, "Tokens:SigningKey")
            ?? throw new InvalidOperationException("Tokens:SigningKey is missing. The AppHost gives it as the parameter token-signing-key.");
        Signing = new SigningCredentials(current, SecurityAlgorithms.HmacSha256);
        All = Read(configuration, "Tokens:PreviousSigningKey") is { } previous ? [current, previous] : [current];
    }

    /// <summary>Signs new tokens.</summary>
    public SigningCredentials Signing { get; }

    /// <summary>Every key that proves a token.</summary>
    public IReadOnlyList<SecurityKey> All { get; }

    static SymmetricSecurityKey? Read(IConfiguration configuration, string name)
    {
        if (configuration[name] is not { Length: > 0 } text)
        {
            return null;
        }

        var key = Encoding.UTF8.GetBytes(text);
        return key.Length >= ShortestKey
            ? new SymmetricSecurityKey(key) { KeyId = Convert.ToHexStringLower(SHA256.HashData(key))[..16] }
            : throw new InvalidOperationException($"{name} is shorter than {ShortestKey} bytes.");
    }
}

// Stands in for Microsoft.IdentityModel.Tokens 8.x: symmetric keys for HS256. What it does not do stands in the project file.
namespace Microsoft.IdentityModel.Tokens;

/// <summary>A key with an id.</summary>
public abstract class SecurityKey
{
    /// <summary>The key's id, the token's <c>kid</c>.</summary>
    public string? KeyId { get; set; }
}

/// <summary>A shared secret.</summary>
/// <param name="key">Its bytes, at least 16 of them.</param>
public class SymmetricSecurityKey(byte[] key) : SecurityKey
{
    /// <summary>The secret's bytes.</summary>
    public byte[] Key { get; } = (byte[])key.Clone();
}

/// <summary>A key and what to do with it.</summary>
/// <param name="key">The key.</param>
/// <param name="algorithm">One of <see cref="SecurityAlgorithms"/>.</param>
public class SigningCredentials(SecurityKey key, string algorithm)
{
    /// <summary>The key.</summary>
    public SecurityKey Key { get; } = key;

    /// <summary>The algorithm's name.</summary>
    public string Algorithm { get; } = algorithm;

    /// <summary>The key's id.</summary>
    public string? Kid => Key.KeyId;
}

/// <summary>Names of algorithms (RFC 7518).</summary>
public static class SecurityAlgorithms
{
    /// <summary>HMAC with SHA-256.</summary>
    public const string HmacSha256 = "HS256";
}

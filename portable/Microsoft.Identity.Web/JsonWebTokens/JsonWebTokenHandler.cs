// Stands in for Microsoft.IdentityModel.JsonWebTokens 8.x: CreateToken and ValidateTokenAsync for HS256. What it does not do
// stands in the project file.
using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.IdentityModel.JsonWebTokens;

/// <summary>Writes and judges signed tokens.</summary>
public class JsonWebTokenHandler
{
    const int LongestToken = 16 * 1024;

    /// <summary>Writes a token.</summary>
    /// <param name="tokenDescriptor">What it says and what signs it.</param>
    public virtual string CreateToken(SecurityTokenDescriptor tokenDescriptor)
    {
        var credentials = tokenDescriptor.SigningCredentials;
        if (credentials is not { Algorithm: SecurityAlgorithms.HmacSha256, Key: SymmetricSecurityKey key })
        {
            throw new NotSupportedException("Only HS256 with a symmetric key is known here.");
        }

        var header = new Dictionary<string, object> { ["alg"] = credentials.Algorithm, ["typ"] = "JWT" };
        if (credentials.Kid is { } kid)
        {
            header["kid"] = kid;
        }

        var text = $"{Encode(header)}.{Encode(Payload(tokenDescriptor))}";
        return $"{text}.{Base64Url.EncodeToString(Sign(text, key))}";
    }

    /// <summary>Judges a token. Never throws for a bad one: the result says why.</summary>
    /// <param name="token">The token.</param>
    /// <param name="validationParameters">What makes it good.</param>
    public virtual Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        try
        {
            if (string.IsNullOrEmpty(token) || token.Length > LongestToken)
            {
                throw new SecurityTokenMalformedException("The token is empty or too long.");
            }

            var read = new JsonWebToken(token);
            TokenChecks.Signature(read, validationParameters);
            TokenChecks.Lifetime(read, validationParameters, DateTime.UtcNow);
            TokenChecks.Parties(read, validationParameters);
            return Task.FromResult(new TokenValidationResult
            {
                IsValid = true,
                SecurityToken = read,
                ClaimsIdentity = new ClaimsIdentity(
                    read.Claims,
                    validationParameters.AuthenticationType ?? "AuthenticationTypes.Federation",
                    validationParameters.NameClaimType,
                    validationParameters.RoleClaimType),
            });
        }
        catch (SecurityTokenException reason)
        {
            return Task.FromResult(new TokenValidationResult { Exception = reason });
        }
    }

    internal static byte[] Sign(string text, SymmetricSecurityKey key) =>
        HMACSHA256.HashData(key.Key, Encoding.ASCII.GetBytes(text));

    static string Encode(Dictionary<string, object> part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    static Dictionary<string, object> Payload(SecurityTokenDescriptor descriptor)
    {
        var now = DateTime.UtcNow;
        var payload = new Dictionary<string, object>(descriptor.Claims ?? new Dictionary<string, object>())
        {
            ["iat"] = Seconds(descriptor.IssuedAt ?? now),
            ["nbf"] = Seconds(descriptor.NotBefore ?? now),
            ["exp"] = Seconds(descriptor.Expires ?? now.AddHours(1)),
        };
        if (descriptor.Issuer is { } issuer)
        {
            payload["iss"] = issuer;
        }

        if (descriptor.Audience is { } audience)
        {
            payload["aud"] = audience;
        }

        return payload;
    }

    static long Seconds(DateTime time) => (long)(time.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;
}

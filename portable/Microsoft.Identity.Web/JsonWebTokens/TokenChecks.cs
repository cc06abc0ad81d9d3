using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.IdentityModel.JsonWebTokens;

/// <summary>What is asked of a token, each check throwing its own reason.</summary>
static class TokenChecks
{
    internal static void Signature(JsonWebToken token, TokenValidationParameters rules)
    {
        // The algorithm is ours to choose, never the token's: "none" and everything unknown end here.
        if (token.Alg != SecurityAlgorithms.HmacSha256 || rules.ValidAlgorithms?.Contains(token.Alg) == false || token.DemandsExtensions)
        {
            throw new SecurityTokenInvalidSignatureException("The token is not signed in a way that is accepted here.");
        }

        var keys = Candidates(token, rules);
        if (keys.Count == 0)
        {
            throw new SecurityTokenSignatureKeyNotFoundException("No known key has the token's kid.");
        }

        // Compared in constant time; a difference in time would give the signature away byte by byte.
        if (!keys.Any(key => CryptographicOperations.FixedTimeEquals(JsonWebTokenHandler.Sign(token.SignedText, key), token.Signature)))
        {
            throw new SecurityTokenInvalidSignatureException("The signature is wrong.");
        }
    }

    internal static void Lifetime(JsonWebToken token, TokenValidationParameters rules, DateTime now)
    {
        var (begins, ends) = (token.Time("nbf"), token.Time("exp"));
        if (!rules.ValidateLifetime)
        {
            return;
        }

        if (ends is null && rules.RequireExpirationTime)
        {
            throw new SecurityTokenNoExpirationException("The token has no end.");
        }

        if (begins > now + rules.ClockSkew)
        {
            throw new SecurityTokenNotYetValidException("The token is not valid yet.");
        }

        if (ends < now - rules.ClockSkew)
        {
            throw new SecurityTokenExpiredException("The token has expired.");
        }
    }

    internal static void Parties(JsonWebToken token, TokenValidationParameters rules)
    {
        if (rules.ValidateIssuer && (rules.ValidIssuer is null || token.Issuer != rules.ValidIssuer))
        {
            throw new SecurityTokenInvalidIssuerException("The token comes from somebody else.");
        }

        if (rules.ValidateAudience && (rules.ValidAudience is null || !token.Audiences.Contains(rules.ValidAudience)))
        {
            throw new SecurityTokenInvalidAudienceException("The token is meant for somebody else.");
        }
    }

    static List<SymmetricSecurityKey> Candidates(JsonWebToken token, TokenValidationParameters rules)
    {
        var keys = (rules.IssuerSigningKeys ?? []).Append(rules.IssuerSigningKey).OfType<SymmetricSecurityKey>().ToList();
        var named = keys.FindAll(key => token.Kid.Length > 0 && key.KeyId == token.Kid);
        return named.Count == 0 && rules.TryAllIssuerSigningKeys ? keys : named;
    }
}

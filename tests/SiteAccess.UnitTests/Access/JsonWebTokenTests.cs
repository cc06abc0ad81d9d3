using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SiteAccess.UnitTests.Access;

/// <summary>
/// The tokens' handler against the vectors of RFC 7515 (appendix A.1, which is also the example of RFC 7519, 3.1) and of RFC 7519
/// (6.1, unsecured). Only the API that both package sets share is used, so the same tests hold for the real packages.
/// </summary>
public sealed class JsonWebTokenTests
{
    const string VectorHead = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9";
    const string VectorBody = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    const string VectorSignature = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const string VectorKey = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";

    static readonly SymmetricSecurityKey Key = new(Encoding.ASCII.GetBytes("a key of more than thirty-two bytes")) { KeyId = "k1" };

    static TokenValidationParameters Vector => new()
    {
        ValidIssuer = "joe",
        ValidateAudience = false,
        ValidateLifetime = false,
        IssuerSigningKey = new SymmetricSecurityKey(Base64Url.DecodeFromChars(VectorKey)),
    };

    static TokenValidationParameters Ours => new()
    {
        ValidIssuer = "siteaccess",
        ValidAudience = "siteaccess",
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        IssuerSigningKeys = [Key],
        TryAllIssuerSigningKeys = false,
        ClockSkew = TimeSpan.Zero,
    };

    [Fact]
    public async Task The_vector_of_RFC_7515_is_good()
    {
        var result = await ValidateAsync($"{VectorHead}.{VectorBody}.{VectorSignature}", Vector);
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("joe", result.ClaimsIdentity.FindFirst("iss")!.Value);
        Assert.Equal("true", result.ClaimsIdentity.FindFirst("http://example.com/is_root")!.Value, ignoreCase: true);
    }

    [Fact]
    public async Task The_vector_is_expired_when_its_time_is_asked()
    {
        var rules = Vector;
        rules.ValidateLifetime = true;
        var result = await ValidateAsync($"{VectorHead}.{VectorBody}.{VectorSignature}", rules);
        Assert.IsType<SecurityTokenExpiredException>(result.Exception);
    }

    [Theory]
    [InlineData(VectorHead, VectorBody, "eBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")] // another signature
    [InlineData(VectorHead, VectorBody, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOE")] // a part of it
    [InlineData(VectorHead, VectorBody, "")] // none
    [InlineData(VectorHead, "eyJpc3MiOiJqb2UifQ", VectorSignature)] // another payload
    [InlineData("eyJhbGciOiJub25lIn0", VectorBody, "")] // RFC 7519, 6.1: alg none
    [InlineData("eyJhbGciOiJub25lIn0", VectorBody, VectorSignature)] // the same with a signature
    [InlineData("eyJhbGciOiJIUzUxMiJ9", VectorBody, VectorSignature)] // HS512 in name
    [InlineData("eyJhbGciOiJSUzI1NiJ9", VectorBody, VectorSignature)] // RS256 in name
    public async Task What_the_key_did_not_sign_is_bad(string head, string body, string signature) =>
        Assert.False((await ValidateAsync($"{head}.{body}.{signature}", Vector)).IsValid);

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData(VectorHead + "." + VectorBody)]
    [InlineData(VectorHead + "." + VectorBody + "." + VectorSignature + ".x")]
    [InlineData("W10." + VectorBody + "." + VectorSignature)] // a header that is an array
    public async Task What_is_no_token_is_bad(string text) => Assert.False((await ValidateAsync(text, Vector)).IsValid);

    [Fact]
    public async Task A_token_of_ours_is_good_and_says_what_it_was_made_to_say()
    {
        var result = await ValidateAsync(Make(), Ours);
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("v1", result.ClaimsIdentity.FindFirst("sub")!.Value);
        Assert.Equal("Анна", result.ClaimsIdentity.FindFirst("name")!.Value);
        Assert.Equal("k1", ((JsonWebToken)result.SecurityToken).Kid);
    }

    [Fact]
    public async Task Its_signature_is_what_RFC_7515_says()
    {
        var token = Make();
        var signed = token[..token.LastIndexOf('.')];
        var signature = HMACSHA256.HashData(Key.Key, Encoding.ASCII.GetBytes(signed));
        Assert.Equal(Base64Url.EncodeToString(signature), token[(signed.Length + 1)..]);
        Assert.True((await ValidateAsync(token, Ours)).IsValid);
    }

    [Fact]
    public async Task A_key_that_is_not_known_by_its_id_proves_nothing()
    {
        var stranger = new SymmetricSecurityKey(Key.Key) { KeyId = "k2" };
        Assert.False((await ValidateAsync(Make(key: stranger), Ours)).IsValid);
        Assert.False((await ValidateAsync(Make(key: new SymmetricSecurityKey(Key.Key)), Ours)).IsValid);
    }

    [Fact]
    public async Task The_id_of_a_known_key_with_the_signature_of_another_proves_nothing()
    {
        var forger = new SymmetricSecurityKey(Encoding.ASCII.GetBytes("another key of more than thirty-two bytes")) { KeyId = "k1" };
        Assert.False((await ValidateAsync(Make(key: forger), Ours)).IsValid);
    }

    [Fact]
    public async Task Time_and_parties_are_checked_each_with_its_reason()
    {
        var now = DateTime.UtcNow;
        Assert.IsType<SecurityTokenExpiredException>(
            (await ValidateAsync(Make(from: now.AddMinutes(-9), to: now.AddMinutes(-1)), Ours)).Exception);
        Assert.IsType<SecurityTokenNotYetValidException>(
            (await ValidateAsync(Make(from: now.AddMinutes(1), to: now.AddMinutes(9)), Ours)).Exception);
        Assert.IsType<SecurityTokenInvalidIssuerException>((await ValidateAsync(Make(issuer: "somebody"), Ours)).Exception);
        Assert.IsType<SecurityTokenInvalidAudienceException>((await ValidateAsync(Make(audience: "somebody"), Ours)).Exception);
    }

    static Task<TokenValidationResult> ValidateAsync(string token, TokenValidationParameters rules) =>
        new JsonWebTokenHandler().ValidateTokenAsync(token, rules);

    static string Make(
        SymmetricSecurityKey? key = null, string issuer = "siteaccess", string audience = "siteaccess", DateTime? from = null, DateTime? to = null) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = from,
            NotBefore = from,
            Expires = to,
            Claims = new Dictionary<string, object> { ["sub"] = "v1", ["name"] = "Анна" },
            SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.HmacSha256),
        });
}

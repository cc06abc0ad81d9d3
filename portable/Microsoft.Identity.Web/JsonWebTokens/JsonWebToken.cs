using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.IdentityModel.JsonWebTokens;

/// <summary>A signed token in compact form (RFC 7515, 7.1), taken apart but not judged.</summary>
public class JsonWebToken : SecurityToken
{
    readonly JsonElement _header;
    readonly JsonElement _payload;

    /// <summary>Takes a token apart.</summary>
    /// <param name="jwtEncodedString">The token.</param>
    /// <exception cref="SecurityTokenMalformedException">It is not one.</exception>
    public JsonWebToken(string jwtEncodedString)
    {
        var parts = jwtEncodedString.Split('.');
        if (parts.Length != 3)
        {
            throw new SecurityTokenMalformedException("A signed token has three parts.");
        }

        try
        {
            _header = ParseObject(parts[0]);
            _payload = ParseObject(parts[1]);
            Signature = Base64Url.DecodeFromChars(parts[2]);
        }
        catch (Exception failure) when (failure is FormatException or JsonException)
        {
            throw new SecurityTokenMalformedException("A part of the token is not base64url of a JSON object.");
        }

        EncodedToken = jwtEncodedString;
        SignedText = jwtEncodedString[..jwtEncodedString.LastIndexOf('.')];
    }

    /// <summary>The token as it came.</summary>
    public string EncodedToken { get; }

    /// <summary><c>alg</c>; empty when there is none.</summary>
    public string Alg => Text(_header, "alg");

    /// <summary><c>kid</c>; empty when there is none.</summary>
    public string Kid => Text(_header, "kid");

    /// <summary><c>sub</c>; empty when there is none.</summary>
    public string Subject => Text(_payload, "sub");

    /// <inheritdoc/>
    public override string Id => Text(_payload, "jti");

    /// <inheritdoc/>
    public override string Issuer => Text(_payload, "iss");

    /// <inheritdoc/>
    public override DateTime ValidFrom => Time("nbf") ?? DateTime.MinValue;

    /// <inheritdoc/>
    public override DateTime ValidTo => Time("exp") ?? DateTime.MinValue;

    /// <summary><c>aud</c>: one or many.</summary>
    public IEnumerable<string> Audiences => Claims.Where(claim => claim.Type == "aud").Select(claim => claim.Value);

    /// <summary>Every claim under its own name; an array gives one per element.</summary>
    public IEnumerable<Claim> Claims => _payload.EnumerateObject().SelectMany(
        member => member.Value.ValueKind == JsonValueKind.Array
            ? member.Value.EnumerateArray().Select(element => ToClaim(member.Name, element))
            : [ToClaim(member.Name, member.Value)]);

    internal string SignedText { get; }

    internal byte[] Signature { get; }

    internal bool DemandsExtensions => _header.TryGetProperty("crit", out _);

    /// <summary>A NumericDate (RFC 7519, 2): seconds since 1970, possibly with a fraction; null when absent.</summary>
    internal DateTime? Time(string name)
    {
        if (!_payload.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && Math.Abs(seconds) < 1e11
            ? DateTime.UnixEpoch.AddSeconds(seconds)
            : throw new SecurityTokenMalformedException($"{name} is not a time.");
    }

    static JsonElement ParseObject(string part)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Clone()
            : throw new FormatException();
    }

    static string Text(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    static Claim ToClaim(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new Claim(name, value.GetString()!, ClaimValueTypes.String),
        JsonValueKind.True => new Claim(name, "true", ClaimValueTypes.Boolean),
        JsonValueKind.False => new Claim(name, "false", ClaimValueTypes.Boolean),
        JsonValueKind.Number when value.TryGetInt64(out var whole) =>
            new Claim(name, whole.ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64),
        JsonValueKind.Number => new Claim(name, value.GetRawText(), ClaimValueTypes.Double),
        _ => new Claim(name, value.GetRawText(), "JSON"),
    };
}

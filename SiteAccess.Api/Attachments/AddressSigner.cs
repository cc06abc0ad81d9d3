using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using SiteAccess.Contracts.Attachments;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Attachments;

/// <summary>
/// Makes and proves addresses of files that a browser may use without a token, since it can set no header on a picture: an
/// HMAC-SHA256 over the file, what the address is for, and its end, under a key derived from the tokens' (RFC 5869). Access is checked when the address is given out.
/// </summary>
sealed class AddressSigner(AccessKeys keys, TimeProvider clock)
{
    /// <summary>Where the files are.</summary>
    public const string Route = "/files";

    // The end is rounded up, so that the same picture has the same address for a while and the browser's cache serves it.
    static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    readonly byte[] _signing = Derive(keys.Signing.Key);
    readonly byte[][] _proving = [.. keys.All.Select(Derive)];

    /// <summary>The addresses of a file, good for 5 to 10 minutes.</summary>
    public AttachmentAddress Sign(Attachment file)
    {
        var end = (clock.GetUtcNow().ToUnixTimeSeconds() / (long)Step.TotalSeconds + 2) * (long)Step.TotalSeconds;
        return new AttachmentAddress(
            file.Id,
            PathOf(file.Id, end, isPreview: false),
            file.Width is null ? null : PathOf(file.Id, end, isPreview: true),
            DateTimeOffset.FromUnixTimeSeconds(end));
    }

    /// <summary>Whether we made this address and it has not ended.</summary>
    public bool IsGood(Guid id, long end, bool isPreview, string signature)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (end <= clock.GetUtcNow().ToUnixTimeSeconds()
            || Base64Url.DecodeFromChars(signature, given, out _, out var length) != System.Buffers.OperationStatus.Done || length != given.Length)
        {
            return false;
        }

        var isGood = false;
        foreach (var key in _proving)
            isGood |= CryptographicOperations.FixedTimeEquals(given, Signature(key, id, end, isPreview));
        return isGood;
    }

    string PathOf(Guid id, long end, bool isPreview) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Route}/{id:D}{(isPreview ? "/preview" : "")}?until={end}&signature={Base64Url.EncodeToString(Signature(_signing, id, end, isPreview))}");

    static byte[] Signature(byte[] key, Guid id, long end, bool isPreview) => HMACSHA256.HashData(
        key, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id:N}\n{end}\n{(isPreview ? "preview" : "download")}")));

    static byte[] Derive(SecurityKey key) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, ((SymmetricSecurityKey)key).Key, HMACSHA256.HashSizeInBytes, info: "siteaccess attachment addresses"u8.ToArray());
}

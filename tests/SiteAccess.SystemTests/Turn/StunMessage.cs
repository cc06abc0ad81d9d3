using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace SiteAccess.SystemTests.Turn;

/// <summary>A STUN message (RFC 8489, section 5), as far as a TURN client (RFC 8656) needs it: written by hand, read back by hand.</summary>
sealed class StunMessage(StunMethod method, byte[] transactionId)
{
    const uint MagicCookie = 0x2112A442;
    const int HeaderLength = 20;
    readonly List<(StunAttribute Type, byte[] Value)> _attributes = [];

    public StunMethod Method { get; } = method;

    public byte[] TransactionId { get; } = transactionId;

    public static StunMessage Request(StunMethod method) => new(method, RandomNumberGenerator.GetBytes(12));

    public StunMessage Add(StunAttribute type, byte[] value)
    {
        _attributes.Add((type, value));
        return this;
    }

    public StunMessage Add(StunAttribute type, string value) => Add(type, Encoding.UTF8.GetBytes(value));

    public byte[]? Find(StunAttribute type) => _attributes.FirstOrDefault(a => a.Type == type).Value;

    /// <summary>The error's number: class times 100 plus number (section 14.8); null when there is none.</summary>
    public int? ErrorCode => Find(StunAttribute.ErrorCode) is { } value ? (value[2] & 7) * 100 + value[3] : null;

    /// <summary>XOR-…-ADDRESS (section 14.2): address and port, both xor-ed with the cookie and the transaction id.</summary>
    public StunMessage AddAddress(StunAttribute type, IPAddress address, int port)
    {
        var bytes = address.GetAddressBytes();
        var value = new byte[4 + bytes.Length];
        value[1] = (byte)(address.AddressFamily == AddressFamily.InterNetwork ? 1 : 2);
        BinaryPrimitives.WriteUInt16BigEndian(value.AsSpan(2), (ushort)(port ^ (MagicCookie >> 16)));
        var mask = Mask();
        for (var i = 0; i < bytes.Length; i++) value[4 + i] = (byte)(bytes[i] ^ mask[i]);
        return Add(type, value);
    }

    /// <summary>The bytes, closed with MESSAGE-INTEGRITY (section 14.5) when a key is given.</summary>
    public byte[] Write(byte[]? key = null)
    {
        var body = new MemoryStream();
        foreach (var (type, value) in _attributes) WriteAttribute(body, type, value);
        var length = (int)body.Length + (key is null ? 0 : 24);
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteUInt16BigEndian(header, (ushort)Method);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)length);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), MagicCookie);
        TransactionId.CopyTo(header, 8);
        byte[] signed = [.. header, .. body.ToArray()];
        if (key is null) return signed;
        var closing = new MemoryStream();
#pragma warning disable CA5350 // SHA-1 is what the RFC's MESSAGE-INTEGRITY is made of.
        WriteAttribute(closing, StunAttribute.MessageIntegrity, HMACSHA1.HashData(key, signed));
#pragma warning restore CA5350
        return [.. signed, .. closing.ToArray()];
    }

    public static StunMessage Read(ReadOnlySpan<byte> bytes)
    {
        var message = new StunMessage((StunMethod)BinaryPrimitives.ReadUInt16BigEndian(bytes), bytes.Slice(8, 12).ToArray());
        var rest = bytes[HeaderLength..];
        while (rest.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            message.Add((StunAttribute)BinaryPrimitives.ReadUInt16BigEndian(rest), rest.Slice(4, length).ToArray());
            rest = rest[Math.Min(rest.Length, 4 + Padded(length))..];
        }

        return message;
    }

    byte[] Mask()
    {
        var mask = new byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(mask, MagicCookie);
        TransactionId.CopyTo(mask, 4);
        return mask;
    }

    static void WriteAttribute(MemoryStream to, StunAttribute type, byte[] value)
    {
        Span<byte> head = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(head, (ushort)type);
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)value.Length);
        to.Write(head);
        to.Write(value);
        to.Write(new byte[Padded(value.Length) - value.Length]);
    }

    static int Padded(int length) => (length + 3) & ~3;
}

/// <summary>Message types: method and class in one number (RFC 8489, section 5; RFC 8656, section 17).</summary>
enum StunMethod : ushort
{
    Allocate = 0x0003,
    AllocateSuccess = 0x0103,
    AllocateError = 0x0113,
    CreatePermission = 0x0008,
    CreatePermissionSuccess = 0x0108,
    CreatePermissionError = 0x0118,
}

/// <summary>Attributes (RFC 8489, section 18.3; RFC 8656, section 18).</summary>
enum StunAttribute : ushort
{
    Username = 0x0006,
    MessageIntegrity = 0x0008,
    ErrorCode = 0x0009,
    XorPeerAddress = 0x0012,
    Realm = 0x0014,
    Nonce = 0x0015,
    XorRelayedAddress = 0x0016,
    RequestedAddressFamily = 0x0017,
    RequestedTransport = 0x0019,
    Software = 0x8022,
    AdditionalAddressFamily = 0x8000,
}

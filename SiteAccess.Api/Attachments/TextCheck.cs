using System.Buffers;
using System.Text.Unicode;

namespace SiteAccess.Api.Attachments;

/// <summary>Whether a file that comes piece by piece is plain text: UTF-8 from its first to its last byte, without control characters.</summary>
sealed class TextCheck
{
    static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (byte)code).Except("\t\n\f\r"u8.ToArray()), 0x7F]);

    byte[] _cut = [];

    /// <summary>Whether it may still be text.</summary>
    public bool MayBeText { get; private set; } = true;

    /// <summary>Whether all of it was text; asked after the last piece.</summary>
    public bool IsText => MayBeText && _cut.Length == 0;

    public void Take(ReadOnlySpan<byte> piece)
    {
        if (!MayBeText)
            return;
        var bytes = _cut.Length == 0 ? piece : [.. _cut, .. piece];
        var whole = bytes.Length - CutOff(bytes);
        MayBeText = !bytes.ContainsAny(Controls) && Utf8.IsValid(bytes[..whole]);
        _cut = [.. bytes[whole..]];
    }

    // How many bytes at the end begin a character that the next piece may complete (RFC 3629, 3).
    static int CutOff(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var needed = bytes[^back] switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, >= 0x80 => 0, _ => 1 };
            if (needed > 0)
                return needed > back ? back : 0;
        }

        return 0;
    }
}

using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SiteAccess.Load.Wire;

/// <summary>
/// Which message it is. The mark is the client's message id, a UUID of the form <c>RRRRRRRR-0000-4000-800S-NNNNNNNNNNNN</c>: the run,
/// the sender's side, the number of the message.
/// </summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct MessageMark(int Side, int Number)
{
    public const int Length = 36;
    const int SideAt = 22;
    const int NumberAt = 28;
    static readonly string Run = Random.Shared.Next(1 << 28).ToString("x8", CultureInfo.InvariantCulture);
    static readonly byte[] RunBytes = Encoding.ASCII.GetBytes(Run);

    /// <summary>The text of a mark whose number is to be filled in.</summary>
    public static string Template(int side) => string.Create(CultureInfo.InvariantCulture, $"{Run}-0000-4000-80{side:x2}-000000000000");

    /// <summary>Writes the number into the text of a mark.</summary>
    public static void Number8(Span<byte> mark, int number) => Utf8Formatter.TryFormat(number, mark[NumberAt..], out _, new('X', 8));

    /// <summary>Reads a mark; messages that others wrote have none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> mark, out MessageMark read)
    {
        read = default;
        if (mark.Length < Length || !mark[..8].SequenceEqual(RunBytes)
            || !Utf8Parser.TryParse(mark.Slice(NumberAt, 8), out int number, out _, 'X'))
        {
            return false;
        }

        read = new MessageMark(mark[SideAt] - '0', number);
        return true;
    }
}

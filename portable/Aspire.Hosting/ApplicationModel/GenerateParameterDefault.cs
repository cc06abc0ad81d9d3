using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Makes up a password.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    const string LowerLetters = "abcdefghjkmnpqrstuvwxyz";
    const string UpperLetters = "ABCDEFGHJKMNPQRSTUVWXYZ";
    const string Digits = "0123456789";
    const string SpecialCharacters = "-_.{}~()*+!";

    /// <summary>The length, at least.</summary>
    public int MinLength { get; set; } = 22;

    /// <summary>Whether small letters may occur.</summary>
    public bool Lower { get; set; } = true;

    /// <summary>Whether capital letters may occur.</summary>
    public bool Upper { get; set; } = true;

    /// <summary>Whether digits may occur.</summary>
    public bool Numeric { get; set; } = true;

    /// <summary>Whether punctuation may occur.</summary>
    public bool Special { get; set; } = true;

    /// <summary>How many small letters there are, at least.</summary>
    public int MinLower { get; set; }

    /// <summary>How many capital letters there are, at least.</summary>
    public int MinUpper { get; set; }

    /// <summary>How many digits there are, at least.</summary>
    public int MinNumeric { get; set; }

    /// <summary>How many punctuation marks there are, at least.</summary>
    public int MinSpecial { get; set; }

    /// <inheritdoc />
    public override string GetDefaultValue()
    {
        var kinds = new[]
        {
            (Allowed: Lower, Least: MinLower, Characters: LowerLetters),
            (Allowed: Upper, Least: MinUpper, Characters: UpperLetters),
            (Allowed: Numeric, Least: MinNumeric, Characters: Digits),
            (Allowed: Special, Least: MinSpecial, Characters: SpecialCharacters),
        }.Where(kind => kind.Allowed).ToArray();

        var demanded = kinds.SelectMany(kind => RandomNumberGenerator.GetItems<char>(kind.Characters, kind.Least)).ToArray();
        var free = RandomNumberGenerator.GetItems<char>(string.Concat(kinds.Select(kind => kind.Characters)), Math.Max(0, MinLength - demanded.Length));

        char[] password = [.. demanded, .. free];
        RandomNumberGenerator.Shuffle(password.AsSpan());
        return new string(password);
    }
}

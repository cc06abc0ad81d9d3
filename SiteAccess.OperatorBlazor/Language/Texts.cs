using System.Globalization;

namespace SiteAccess.OperatorBlazor.Language;

/// <summary>
/// Says a text in the language of the screen. Every feature keeps its texts in one file, both languages side by side, so
/// that none can be forgotten; a third language would be a third argument, and the compiler would name every gap.
/// </summary>
public static class Texts
{
    /// <summary>The languages of the app, the first being the one for everybody else.</summary>
    public static readonly string[] Languages = ["en", "ru"];

    /// <summary>Whether the screen is in Russian.</summary>
    public static bool IsRussian => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru";

    /// <summary>The text in the language of the screen.</summary>
    public static string Say(string english, string russian) => IsRussian ? russian : english;

    /// <summary>A number with its noun in the right form.</summary>
    /// <param name="count">How many; 0 or more.</param>
    /// <param name="english">One and many: "message", "messages".</param>
    /// <param name="russian">One, few and many: «сообщение», «сообщения», «сообщений».</param>
    public static string Count(long count, (string One, string Many) english, (string One, string Few, string Many) russian) =>
        $"{count} {(IsRussian ? RussianForm(count, russian) : count == 1 ? english.One : english.Many)}";

    // CLDR plural rules for "ru", integers.
    static string RussianForm(long count, (string One, string Few, string Many) forms) => (count % 10, count % 100) switch
    {
        (1, not 11) => forms.One,
        (>= 2 and <= 4, < 12 or > 14) => forms.Few,
        _ => forms.Many,
    };
}

using System.Globalization;
using System.Reflection;
using SiteAccess.Contracts.Errors;
using SiteAccess.OperatorBlazor.Attachments;
using SiteAccess.OperatorBlazor.Language;

namespace SiteAccess.UnitTests.OperatorApp;

public class WordsTests
{
    [Theory]
    [InlineData(0, "0 сообщений")]
    [InlineData(1, "1 сообщение")]
    [InlineData(2, "2 сообщения")]
    [InlineData(5, "5 сообщений")]
    [InlineData(11, "11 сообщений")]
    [InlineData(14, "14 сообщений")]
    [InlineData(21, "21 сообщение")]
    [InlineData(104, "104 сообщения")]
    [InlineData(112, "112 сообщений")]
    public void Russian_numbers_have_their_three_forms(int count, string expected) =>
        Assert.Equal(expected, In("ru", () => Texts.Count(count, ("message", "messages"), ("сообщение", "сообщения", "сообщений"))));

    [Theory]
    [InlineData(1, "1 message")]
    [InlineData(2, "2 messages")]
    [InlineData(21, "21 messages")]
    public void English_numbers_have_two(int count, string expected) =>
        Assert.Equal(expected, In("en", () => Texts.Count(count, ("message", "messages"), ("", "", ""))));

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void Every_error_code_has_a_sentence(string language)
    {
        foreach (var code in typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!))
            Assert.EndsWith(".", In(language, () => ErrorTexts.For(code)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, "now", "сейчас")]
    [InlineData(14, "14m", "14 мин")]
    [InlineData(200, "3h", "3 ч")]
    [InlineData(60 * 50, "2d", "2 д")]
    public void Ages_are_short(double minutes, string english, string russian)
    {
        string Age() => Ages.Ago(Samples.Noon.AddMinutes(-minutes), Samples.Noon, TimeZoneInfo.Utc);
        Assert.Equal((english, russian), (In("en", Age), In("ru", Age)));
    }

    [Theory]
    [InlineData(900, "900 bytes", "900 байт")]
    [InlineData(482_113, "471 kB", "471 кБ")]
    [InlineData(1_258_291, "1.2 MB", "1,2 МБ")]
    public void Sizes_are_said_as_people_say_them(long bytes, string english, string russian)
    {
        Assert.Equal((english, russian), (In("en", () => AttachmentTexts.Size(bytes)), In("ru", () => AttachmentTexts.Size(bytes))));
    }

    static string In(string language, Func<string> say)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}

using System.Globalization;
using SiteAccess.OperatorBlazor.Keyboard;

namespace SiteAccess.UnitTests.OperatorApp;

public class ShortcutTests
{
    [Fact]
    public void No_key_does_two_things_and_nothing_is_listed_twice()
    {
        var codes = Shortcuts.All.Where(shortcut => shortcut.Code is not null).Select(shortcut => shortcut.Code).ToList();
        Assert.Equal(codes.Distinct(), codes);
        Assert.Equal(Shortcuts.All.Length, Shortcuts.All.Select(shortcut => shortcut.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void Every_shortcut_says_what_it_does(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        try
        {
            Assert.All(Shortcuts.All, shortcut => Assert.NotEmpty(KeyboardTexts.Does(shortcut.Name)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}

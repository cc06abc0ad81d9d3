using System.Text.RegularExpressions;

namespace SiteAccess.UnitTests.Architecture;

public partial class TreeTests
{
    const int MedianLines = 60;
    const int MostLines = 300;

    static readonly string[] Sources = [.. Repository.Applications, "portable", "tests"];

    [Fact]
    public void Files_are_one_screen_or_two()
    {
        var sizes = (from folder in Sources
                     from file in Repository.Files(folder, "*.cs").Concat(Repository.Files(folder, "*.razor"))
                     let lines = Repository.Read(file).Count(c => c == '\n')
                     orderby lines
                     select (file, lines)).ToList();

        Assert.DoesNotContain(sizes, size => size.lines > MostLines);
        Assert.InRange(sizes[sizes.Count / 2].lines, 1, MedianLines);
    }

    [Fact]
    public void Widget_modules_are_one_screen_or_two() =>
        Assert.DoesNotContain(Repository.Files("widget/src", "*.ts"), file => Repository.Read(file).Count(c => c == '\n') > MostLines);

    [Fact]
    public void Unfinished_work_is_not_left_in_comments()
    {
        foreach (var file in Sources.SelectMany(folder => Repository.Files(folder, "*.cs")).Concat(Repository.Files("widget/src", "*.ts")))
            Assert.False(Unfinished().IsMatch(Repository.Read(file)), file);
    }

    [GeneratedRegex(@"//.*\b(TO" + "DO|FIX" + @"ME|HA" + @"CK)\b|\bthrow new NotImpl" + @"ementedException\b")]
    private static partial Regex Unfinished();
}

using SiteAccess.Testing;

namespace SiteAccess.FaultTests;

/// <summary>The figures of a run, for people: beside the tests' own output in a file that <c>./test</c> shows at its end.</summary>
static class Report
{
    static readonly Lock Writing = new();
    static readonly string File = Path.Combine(Repository.Root, "artifacts", "test-results", "faults.txt");

    public static void Line(string text)
    {
        Console.WriteLine(text);
        lock (Writing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            System.IO.File.AppendAllText(File, text + Environment.NewLine);
        }
    }
}

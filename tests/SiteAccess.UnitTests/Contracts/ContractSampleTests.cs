using System.Text.Json;
using SiteAccess.Contracts;
using SiteAccess.UnitTests.Architecture;

namespace SiteAccess.UnitTests.Contracts;

/// <summary>
/// Holds the C# records and the widget's TypeScript to one shape: these samples are what the server would write, kept in
/// tests/contracts, and the widget's tests read the same files. After a wanted change, run once with
/// SITEACCESS_WRITE_CONTRACTS=1 and look at the difference.
/// </summary>
public class ContractSampleTests
{
    static readonly JsonSerializerOptions Indented = new(WireJson.Options) { WriteIndented = true };

    public static TheoryData<string> Names => [.. ContractSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_is_written_as_its_sample_says(string name)
    {
        var path = Path.Combine(Repository.Root, "tests", "contracts", name + ".json");
        var written = JsonSerializer.Serialize(ContractSamples.All[name], Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("SITEACCESS_WRITE_CONTRACTS") == "1") File.WriteAllText(path, written);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), written);
    }

    [Fact]
    public void Every_sample_file_has_a_record() =>
        Assert.Equal(
            ContractSamples.All.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(Repository.Root, "tests", "contracts"), "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
}

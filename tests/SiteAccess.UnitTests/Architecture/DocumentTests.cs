namespace SiteAccess.UnitTests.Architecture;

/// <summary>The clients that the protocol's document shows are the files that the system tests run.</summary>
public class DocumentTests
{
    [Theory]
    [InlineData("client.mjs", "js")]
    [InlineData("client.cs", "csharp")]
    public void The_protocol_shows_the_client_that_is_tested(string file, string language) =>
        Assert.Contains($"```{language}\n{Repository.Read("docs/clients/" + file)}```", Repository.Read("docs/protocol.md"), StringComparison.Ordinal);
}

using System.Text.Json;
using SiteAccess.Contracts;

namespace SiteAccess.UnitTests.Access;

public sealed class WireJsonTests
{
    [Fact]
    public void Cyrillic_is_written_as_itself() =>
        Assert.Equal("""{"body":"Привет"}""", JsonSerializer.Serialize(new { Body = "Привет", Nothing = (string?)null }, WireJson.Options));
}

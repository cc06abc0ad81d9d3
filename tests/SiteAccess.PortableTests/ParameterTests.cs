using System.Text.Json;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace SiteAccess.PortableTests;

/// <summary>Generated parameters are made once and kept.</summary>
public sealed class ParameterTests
{
    static readonly string SecretsFile = PathHelper.GetSecretsPathFromSecretsId("siteaccess-portable-tests");

    [Fact]
    public async Task A_generated_parameter_is_kept_in_the_user_secrets()
    {
        var name = $"kept-{Guid.NewGuid():n}";
        var first = await ValueOfAsync(Host.Builder(), name);
        var second = await ValueOfAsync(Host.Builder(), name);

        Assert.Equal(32, first!.Length);
        Assert.Equal(first, second);
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(SecretsFile, Host.Cancellation));
        Assert.Equal(first, file.RootElement.GetProperty($"Parameters:{name}").GetString());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SecretsFile));
    }

    [Fact]
    public async Task A_configured_value_wins_over_a_generated_one()
    {
        var value = await ValueOfAsync(Host.Builder("--Parameters:chosen=by-me"), "chosen");

        Assert.Equal("by-me", value);
    }

    [Fact]
    public async Task A_parameter_without_any_value_says_how_to_set_it()
    {
        var parameter = Host.Builder().AddParameter("nowhere").Resource;

        var failure = await Assert.ThrowsAsync<MissingParameterValueException>(async () => await parameter.GetValueAsync(Host.Cancellation));

        Assert.Contains("Parameters:nowhere", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_generated_password_obeys_its_rules()
    {
        var password = new GenerateParameterDefault { MinLength = 40, Special = false, Upper = false, MinNumeric = 5 }.GetDefaultValue();

        Assert.Equal(40, password.Length);
        Assert.True(password.Count(char.IsAsciiDigit) >= 5);
        Assert.All(password, c => Assert.True(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
    }

    static ValueTask<string?> ValueOfAsync(IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true).Resource.GetValueAsync(Host.Cancellation);
}

namespace SiteAccess.UnitTests.Architecture;

public class DependencyTests
{
    /// <summary>The packages that SiteAccess is built on; a project that does without one has drifted from the design.</summary>
    public static TheoryData<string> NamedPackages =>
    [
        "Aspire.Hosting.PostgreSQL",
        "Aspire.Hosting.Redis",
        "Aspire.Npgsql.EntityFrameworkCore.PostgreSQL",
        "Aspire.StackExchange.Redis",
        "Microsoft.AspNetCore.SignalR.StackExchangeRedis",
        "Microsoft.Identity.Web",
    ];

    [Theory]
    [MemberData(nameof(NamedPackages))]
    public void Every_named_package_is_referenced_by_an_application(string package) =>
        Assert.Contains(Repository.Applications, project => Repository.Includes(project, "PackageReference").Contains(package));

    [Fact]
    public void The_system_tests_use_the_named_testing_package() =>
        Assert.Contains("Include=\"Aspire.Hosting.Testing\"", Repository.Read("tests/SiteAccess.SystemTests/SiteAccess.SystemTests.csproj"), StringComparison.Ordinal);

    [Theory]
    [InlineData("SiteAccess.Contracts")]
    [InlineData("SiteAccess.ServiceDefaults", "SiteAccess.Contracts")]
    [InlineData("SiteAccess.Api", "SiteAccess.ServiceDefaults")]
    [InlineData("SiteAccess.Realtime", "SiteAccess.ServiceDefaults")]
    [InlineData("SiteAccess.OperatorBlazor", "SiteAccess.ServiceDefaults")]
    [InlineData("SiteAccess.AppHost", "SiteAccess.Api", "SiteAccess.OperatorBlazor", "SiteAccess.Realtime")]
    public void A_project_references_only_what_the_design_allows(string project, params string[] allowed) =>
        Assert.Equal(allowed, Repository.Includes(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Contracts_depends_on_nothing_but_dotnet() =>
        Assert.Empty(Repository.Includes("SiteAccess.Contracts", "PackageReference"));

    [Fact]
    public void One_source_serves_both_package_sets()
    {
        foreach (var file in Repository.Applications.SelectMany(project => Repository.Files(project, "*.cs")))
            Assert.DoesNotContain(Repository.Read(file).Split('\n'), line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal));
        foreach (var project in Repository.Applications)
            Assert.DoesNotContain(Repository.Values(project), value => value.Contains("portable/", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_stand_in_says_what_it_stands_in_for()
    {
        var projects = Repository.Files("portable", "*.csproj").ToList();
        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.Matches($@"Stands in for (the package )?{Path.GetFileNameWithoutExtension(project)} \d", Repository.Read(project)));
    }
}

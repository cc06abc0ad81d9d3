namespace SiteAccess.AppHost;

/// <summary>Secrets that nobody has to think of.</summary>
static class Secrets
{
    /// <summary>Adds a random secret of letters and digits: it survives shells, URLs and connection strings unquoted.</summary>
    public static IResourceBuilder<ParameterResource> AddGeneratedSecret(this IDistributedApplicationBuilder builder, string name, int length) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = length, Special = false }, secret: true, persist: true);
}

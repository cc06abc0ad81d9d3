using Microsoft.Extensions.Configuration;

namespace SiteAccess.AppHost;

/// <summary>What outlives a run.</summary>
static class KeptData
{
    /// <summary>Keeps the database from run to run, unless <c>Data:Ephemeral</c> is set, as tests do.</summary>
    public static IResourceBuilder<PostgresServerResource> KeepData(this IResourceBuilder<PostgresServerResource> postgres) =>
        postgres.ApplicationBuilder.Configuration.GetValue("Data:Ephemeral", defaultValue: false) ? postgres : postgres.WithDataVolume("siteaccess-postgres");
}

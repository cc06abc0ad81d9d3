using Microsoft.EntityFrameworkCore;
using Npgsql;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Operators;

namespace SiteAccess.Api.Data;

static class DataRegistration
{
    const string PoolSize = "Maximum Pool Size";
    const int MostConnections = 30;

    static readonly TimeSpan LongestRetryPause = TimeSpan.FromMilliseconds(500);

    /// <summary>Postgres, its tables and first rows.</summary>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        // A client waits for the answer, so the database's hiccups are bridged for a second or two and no longer.
        builder.AddNpgsqlDbContext<SiteAccessDb>(
            "siteaccess",
            settings => settings.ConnectionString = Prepared(settings.ConnectionString),
            configureDbContextOptions: options => options.UseNpgsql(npgsql => npgsql.EnableRetryOnFailure(3, LongestRetryPause, null)));
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);

        // Asked every second at start; what is wrong is logged by the part that it is wrong with.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Services.AddExceptionHandler<DatabaseUnavailableHandler>();
        builder.Services.AddSingleton<DatabaseReadiness>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseReadiness>("prepared");
        builder.Services.AddHostedService<DatabasePreparation>();

        builder.Services.AddScoped<ISeed, EpochSeed>();
        builder.Services.AddScoped<ISeed, FirstOperator>();
        builder.Services.AddScoped<ISeed, DemoChannel>();
    }

    // The same few statements run all day. Postgres parses and plans each once a connection: every query here is a run of an index
    // whatever its values, so one plan serves all. Nothing here changes a session, so there is nothing to reset between two uses; an
    // open transaction is rolled back all the same. Several instances share Postgres's connections (100 unless it is told
    // otherwise): who finds none free waits here, in turn, instead of being refused there.
    static string? Prepared(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
            return connectionString;
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 100,
            NoResetOnClose = true,
            Options = "-c plan_cache_mode=force_generic_plan",
        };
        if (!settings.ShouldSerialize(PoolSize))
            settings.MaxPoolSize = MostConnections;
        return settings.ConnectionString;
    }
}

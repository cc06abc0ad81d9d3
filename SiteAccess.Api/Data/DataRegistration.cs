using Microsoft.EntityFrameworkCore;
using Npgsql;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Operators;

namespace SiteAccess.Api.Data;

static class DataRegistration
{
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
    // whatever its values, so one plan serves all. Nothing here
    // changes a session, so there is nothing to reset between two uses; an open transaction is rolled back all the same.
    static string? Prepared(string? connectionString) => string.IsNullOrWhiteSpace(connectionString)
        ? connectionString
        : new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 100,
            NoResetOnClose = true,
            Options = "-c plan_cache_mode=force_generic_plan",
        }.ConnectionString;
}

// Stands in for Aspire.Npgsql.EntityFrameworkCore.PostgreSQL 13.5.2: AddNpgsqlDbContext registers a pooled DbContext over
// Npgsql, retrying unless told otherwise, with its health check. What it does not do stands in the project file.
using System.Diagnostics.CodeAnalysis;
using Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds a database context on Postgres to an application.</summary>
public static class AspireEFPostgreSqlExtensions
{
    const string SectionName = "Aspire:Npgsql:EntityFrameworkCore:PostgreSQL";

    const DynamicallyAccessedMemberTypes RequiredByEF =
        DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.NonPublicConstructors
        | DynamicallyAccessedMemberTypes.PublicProperties;

    /// <summary>Registers <typeparamref name="TContext"/>, pooled, with its health check.</summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="builder">The application.</param>
    /// <param name="connectionName">Name of the connection string.</param>
    /// <param name="configureSettings">Changes the settings after configuration was read.</param>
    /// <param name="configureDbContextOptions">Changes the context's options.</param>
    public static void AddNpgsqlDbContext<[DynamicallyAccessedMembers(RequiredByEF)] TContext>(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<NpgsqlEntityFrameworkCorePostgreSQLSettings>? configureSettings = null,
        Action<DbContextOptionsBuilder>? configureDbContextOptions = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(connectionName);

        var settings = new NpgsqlEntityFrameworkCorePostgreSQLSettings();
        builder.Configuration.GetSection(SectionName).Bind(settings);
        settings.ConnectionString = builder.Configuration.GetConnectionString(connectionName) ?? settings.ConnectionString;
        configureSettings?.Invoke(settings);

        builder.Services.AddDbContextPool<TContext>(options =>
        {
            UseNpgsql(options, settings, connectionName);
            configureDbContextOptions?.Invoke(options);
        });
        if (!settings.DisableHealthChecks)
        {
            builder.Services.AddHealthChecks().AddDbContextCheck<TContext>();
        }
    }

    static void UseNpgsql(
        DbContextOptionsBuilder options, NpgsqlEntityFrameworkCorePostgreSQLSettings settings, string connectionName)
    {
        // Said when the context is first needed, not while services are registered: by then there is a log to say it in.
        if (string.IsNullOrWhiteSpace(settings.ConnectionString) && !EF.IsDesignTime)
        {
            throw new InvalidOperationException($"ConnectionStrings:{connectionName} is missing.");
        }

        options.UseNpgsql(settings.ConnectionString, npgsql =>
        {
            if (!settings.DisableRetry)
            {
                npgsql.EnableRetryOnFailure();
            }

            if (settings.CommandTimeout is { } seconds)
            {
                npgsql.CommandTimeout(seconds);
            }
        });
    }
}

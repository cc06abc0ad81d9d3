using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SiteAccess.Api.Data;

/// <summary>
/// Waits for Postgres, brings its tables up to date and lays the first rows, one instance at a time. Gives up after
/// <see cref="Patience"/>, or at once when the password is refused, and ends the process with code 1.
/// </summary>
sealed class DatabasePreparation(
    IServiceScopeFactory scopes,
    DatabaseReadiness readiness,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<DatabasePreparation> log) : BackgroundService
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    static readonly TimeSpan LongestMigration = TimeSpan.FromHours(1);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var end = clock.GetUtcNow() + Patience;
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = Double(pause))
        {
            try
            {
                await PrepareAsync(stoppingToken);
                readiness.IsReady = true;
                return;
            }
            catch (DbException refusal) when (refusal.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
            {
                // The sentence says it all; a stack beside it would hide it.
                GiveUp(null, WrongPassword);
                return;
            }
            catch (Exception failure) when (IsPassing(failure) && clock.GetUtcNow() < end)
            {
                log.LogInformation("Postgres does not answer yet: {Reason}", failure.GetBaseException().Message);
                await Task.Delay(pause, clock, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                GiveUp(failure, "The database could not be prepared.");
                return;
            }
        }
    }

    const string WrongPassword =
        "Postgres refused the password of ConnectionStrings:siteaccess. A database keeps the password that it was created with: " +
        "if the AppHost's parameter postgres-password was lost or changed, put the old value back (dotnet user-secrets set " +
        "Parameters:postgres-password ...), or set the new one inside the database (ALTER ROLE postgres PASSWORD ...). No data is lost.";

    static TimeSpan Double(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    static bool IsPassing(Exception failure) =>
        failure is DbException { IsTransient: true } or TimeoutException or RetryLimitExceededException
        || failure is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.CannotConnectNow };

    void GiveUp(Exception? failure, string message)
    {
        log.LogCritical(failure, "{Message}", message);
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteAccessDb>();
        await CreateIfMissingAsync(db, cancellation);

        // A migration of a large table takes its time, and so do the other instances that wait for it.
        db.Database.SetCommandTimeout(LongestMigration);

        // A session lock on a connection that stays open: other instances wait here, then find nothing left to do.
        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_lock({AdvisoryLocks.Preparation})", cancellation);
        try
        {
            // Made here, because asking a table that is not there yet would be logged as a failure.
            await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellation);
            await db.Database.MigrateAsync(cancellation);
            foreach (var seed in scope.ServiceProvider.GetServices<ISeed>())
                await seed.LayAsync(cancellation);
        }
        finally
        {
            // A broken connection has lost the lock already.
            if (db.Database.GetDbConnection().State == ConnectionState.Open)
                await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({AdvisoryLocks.Preparation})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    static async Task CreateIfMissingAsync(SiteAccessDb db, CancellationToken cancellation)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellation))
            await creator.CreateAsync(cancellation);
    }
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Attachments;

/// <summary>Removes files that were uploaded and never sent, a day later. Several instances share the work.</summary>
sealed class AttachmentSweeper(DatabaseReadiness database, IServiceScopeFactory scopes, TimeProvider clock, ILogger<AttachmentSweeper> log)
    : BackgroundService
{
    // Deleting a file deletes its pieces: few at a time, so that no transaction is long.
    const int BatchSize = 20;

    static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Removes what has waited too long; answers how many files these were.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteAccessDb>();
        var end = clock.Now() - AttachmentRules.WaitingLife;
        return await db.Database.ExecuteSqlAsync(
            $"""
            delete from attachment where id in (
                select id from attachment where message_id is null and created_at < {end} order by created_at limit {BatchSize} for update skip locked)
            """,
            cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                using var quiet = new Activity("attachment round").Start();
                while (database.IsReady && await SweepAsync(stoppingToken) == BatchSize)
                    await Task.Yield();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("Files that were never sent were not removed: {Reason}", failure.GetBaseException().Message);
            }
        }
    }
}

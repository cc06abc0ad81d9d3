using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Outbox;

/// <summary>
/// Tells what was committed but not told (the bus was away, or the process died in between), in the order of writing. Any
/// instance may sweep, one at a time.
/// </summary>
sealed class OutboxSweeper(
    OutboxTeller teller, DatabaseReadiness database, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxSweeper> log)
    : BackgroundService
{
    public const int BatchSize = 50;

    /// <summary>Younger events are still in the hands of the process that committed them.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Tells some of what was left; answers how many commits' events these were.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteAccessDb>();
        return await db.InTransactionAsync(
            async aborted =>
            {
                if (!await OutboxSql.TryLockSweepAsync(db, aborted))
                    return 0;
                var left = await OutboxSql.Left(db, clock.Now() - Patience).OrderBy(batch => batch.Position).Take(BatchSize).ToListAsync(aborted);
                if (!await teller.TellAsync(left.ConvertAll(batch => new Committed(batch.Position, Fact.Split(batch.Events))), aborted))
                    return 0;
                var positions = left.ConvertAll(batch => batch.Position);
                await db.Outbox.Where(batch => positions.Contains(batch.Position)).ExecuteDeleteAsync(aborted);
                return left.Count;
            },
            cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (database.IsReady)
                    await RoundAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("The outbox was not swept: {Reason}", failure.Message);
            }
        }
    }

    async Task RoundAsync(CancellationToken cancellation)
    {
        // Not recorded, and so nothing below it: a span per second would bury what people look for.
        using var quiet = new Activity("outbox round").Start();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteAccessDb>();
        var (waiting, since) = await OutboxSql.CountAsync(db, cancellation);
        var oldest = since is null ? TimeSpan.Zero : clock.GetUtcNow() - since.Value;
        OutboxMetrics.NoteWaiting(waiting, oldest);
        if (!teller.CanTell || oldest < Patience)
            return;
        int count;
        do
        {
            count = await SweepAsync(cancellation);
            log.LogInformation("Swept the events of {Count} commits", count);
        }
        while (count == BatchSize);
    }
}

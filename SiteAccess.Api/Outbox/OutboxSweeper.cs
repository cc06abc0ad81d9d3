using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Outbox;

/// <summary>
/// Tells what was committed but not told (the bus was away, or the process died in between), in the order of writing, and
/// deletes what was told long ago. Any instance may sweep, one at a time.
/// </summary>
sealed class OutboxSweeper(
    OutboxTeller teller, DatabaseReadiness database, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxSweeper> log)
    : BackgroundService
{
    public const int BatchSize = 500;
    const int PruneSize = 5_000;

    /// <summary>Younger events are still in the hands of the process that committed them.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan PruneEvery = TimeSpan.FromSeconds(30);
    static readonly TimeSpan KeepTold = TimeSpan.FromHours(1);

    DateTimeOffset _prunedAt;

    /// <summary>Tells one batch of what was left; answers how many there were.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteAccessDb>();
        return await db.InTransactionAsync(
            async aborted =>
            {
                if (!await OutboxSql.TryLockSweepAsync(db, aborted))
                    return 0;
                var left = await OutboxSql.Left(db, clock.Now() - Patience).OrderBy(fact => fact.Position).Take(BatchSize).ToListAsync(aborted);
                await teller.TellAsync(left, aborted);
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
        if (teller.CanTell && await OutboxSql.Left(db, clock.Now() - Patience).AnyAsync(cancellation))
        {
            int count;
            do
            {
                count = await SweepAsync(cancellation);
                log.LogInformation("Swept {Count} events", count);
            }
            while (count == BatchSize);
        }

        if (clock.GetUtcNow() - _prunedAt < PruneEvery)
            return;
        _prunedAt = clock.GetUtcNow();
        while (await OutboxSql.PruneAsync(db, clock.Now() - KeepTold, PruneSize, cancellation) == PruneSize)
            await Task.Yield();
    }
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;
using SiteAccess.Api.Outbox;

namespace SiteAccess.Api.Conversations;

/// <summary>Brings snoozed conversations back to the inbox when their time has come. Several instances share the work.</summary>
sealed class SnoozeAlarm(
    OutboxPublisher outbox, DatabaseReadiness database, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SnoozeAlarm> log)
    : BackgroundService
{
    const int BatchSize = 100;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Wakes what is due; answers how many there were.</summary>
    public async Task<int> RingAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SiteAccessDb>();
        var now = clock.Now();
        var told = await db.InTransactionAsync<Committed?>(
            async aborted =>
            {
                var due = await db.Conversations
                    .FromSql($"select * from conversation where snoozed_until <= {now} order by id limit {BatchSize} for no key update skip locked")
                    .ToListAsync(aborted);
                due.ForEach(conversation => conversation.Wake());
                await db.SaveChangesAsync(aborted);
                var ids = due.ConvertAll(conversation => conversation.Id);
                var rows = await db.InboxRows(db.Conversations.Where(conversation => ids.Contains(conversation.Id))).ToListAsync(aborted);
                var facts = rows.ConvertAll(row => Facts.ConversationUpdated(row.ToSummary(), null));
                return facts.Count == 0 ? null : await OutboxSql.AddAsync(db, facts, now, aborted);
            },
            cancellation);
        outbox.Tell(told);
        return told?.Facts.Count ?? 0;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                using var quiet = new Activity("snooze round").Start();
                while (database.IsReady && await RingAsync(stoppingToken) == BatchSize)
                    await Task.Yield();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("Snoozed conversations were not looked at: {Reason}", failure.GetBaseException().Message);
            }
        }
    }
}

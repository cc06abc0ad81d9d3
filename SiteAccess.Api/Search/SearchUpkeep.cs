using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Search;

/// <summary>
/// Sorts new words into the indexes of the search. Whoever writes a message only appends its words to the index's list of new ones;
/// were nobody to empty that list in time, the send that fills it would have to, and its sender would wait.
/// </summary>
sealed class SearchUpkeep(DatabaseReadiness database, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SearchUpkeep> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                using var quiet = new Activity("search upkeep round").Start();
                if (database.IsReady)
                    await SortAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("The search's indexes were not kept up: {Reason}", failure.GetBaseException().Message);
            }
        }
    }

    async Task SortAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SiteAccessDb>().Database.ExecuteSqlRawAsync(
            "select gin_clean_pending_list('ix_message_search'), gin_clean_pending_list('ix_visitor_search')", cancellation);
    }
}

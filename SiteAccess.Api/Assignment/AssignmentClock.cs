using System.Diagnostics;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Assignment;

/// <summary>
/// Looks once a second whether somebody waits for an operator and one is available. A look of its own rather than a part of the send: a
/// visitor's first message stays as cheap as any other, and an operator who becomes available is found in the same way.
/// </summary>
sealed class AssignmentClock(
    ChannelDirectory channels, DatabaseReadiness database, IServiceScopeFactory scopes, TimeProvider clock, ILogger<AssignmentClock> log)
    : BackgroundService
{
    static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                using var quiet = new Activity("assignment round").Start();
                if (database.IsReady)
                    await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("Waiting conversations were not assigned: {Reason}", failure.GetBaseException().Message);
            }
        }
    }

    async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var channel in await channels.ListAssigningAsync(cancellation))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AssignmentRound>().RunAsync(channel, cancellation);
        }
    }
}

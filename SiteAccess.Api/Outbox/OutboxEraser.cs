using System.Threading.Channels;
using SiteAccess.Api.Data;

namespace SiteAccess.Api.Outbox;

/// <summary>
/// Deletes from the outbox what was told, ten times a second: a transaction for each commit would cost as much as the commit, and
/// what a crash leaves is told again, which does no harm.
/// </summary>
sealed class OutboxEraser(IServiceScopeFactory scopes, ILogger<OutboxEraser> log) : BackgroundService
{
    const int Capacity = 50_000;

    // Far below the sweep's patience, or it would tell again what is only waiting here.
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    readonly Channel<long> _told = Channel.CreateBounded<long>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Takes rows that may go. Never waits: a row that does not fit is told again by the sweep.</summary>
    public void Erase(IEnumerable<Committed> commits)
    {
        foreach (var commit in commits)
            _told.Writer.TryWrite(commit.Position);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _told.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var positions = new List<long>();
        while (await _told.Reader.WaitToReadAsync(CancellationToken.None))
        {
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            positions.Clear();
            while (_told.Reader.TryRead(out var position))
                positions.Add(position);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await OutboxSql.DeleteAsync(scope.ServiceProvider.GetRequiredService<SiteAccessDb>(), [.. positions], CancellationToken.None);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("{Count} told commits stay in the outbox for the sweep: {Reason}", positions.Count, failure.GetBaseException().Message);
            }
        }
    }
}

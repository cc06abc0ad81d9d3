using System.Threading.Channels;
using SiteAccess.Contracts.Internal;
using SiteAccess.Realtime.Access;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.Realtime.Messages;

/// <summary>
/// Tells Api how far people have got. Positions only move forward, so of those that wait for the same person and conversation only
/// the furthest is told, and one that is lost is made up for by the next.
/// </summary>
sealed class PositionReporter(RealtimeApi api, ILogger<PositionReporter> log) : BackgroundService
{
    const int MostWaiting = 20_000;
    const int AtOnce = 4;

    readonly Lock _gate = new();
    readonly Dictionary<(Actor, Guid), ReportPosition> _furthest = [];
    readonly Channel<(Actor, Guid)> _waiting = Channel.CreateBounded<(Actor, Guid)>(MostWaiting);

    public void Report(ReportPosition position)
    {
        var key = (position.Actor, position.ConversationId);
        lock (_gate)
        {
            if (_furthest.TryGetValue(key, out var waiting))
            {
                _furthest[key] = Furthest(waiting, position);
            }
            else if (_waiting.Writer.TryWrite(key))
            {
                _furthest.Add(key, position);
            }
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _waiting.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
        async (key, cancellationToken) => await TellAsync(Take(key), cancellationToken));

    ReportPosition Take((Actor, Guid) key)
    {
        lock (_gate)
        {
            _furthest.Remove(key, out var position);
            return position!;
        }
    }

    async Task TellAsync(ReportPosition position, CancellationToken cancellationToken)
    {
        try
        {
            await api.ReportAsync(position, cancellationToken);
        }
        catch (ApiException failure)
        {
            log.LogDebug(failure, "A position was not taken");
        }
    }

    static ReportPosition Furthest(ReportPosition one, ReportPosition other) => one with
    {
        DeliveredSeq = Max(one.DeliveredSeq, other.DeliveredSeq),
        ReadSeq = Max(one.ReadSeq, other.ReadSeq),
    };

    static long? Max(long? one, long? other) => one > other || other is null ? one : other;
}
